"""What people have settled of findings: verdicts in a file of their own, laid over what the program found."""

"""The only part of the program that goes out on the network: pages into web archives, politely.

    settings → finding (feeds, sitemaps, lists, addresses) → visits (what is known of each address) → client → warc_files

`talstreck fetch SOURCE.yaml` runs it; everything else reads the archives that it wrote.
"""

"""Persons, places and things: by which name and attributes each report speaks of them.

`particulars` compares attributes (rank, home, trade), `misnamed` names and holders of an office,
`places` where a thing happened, `loaded_names` words that judge, `qualifiers` what limits a noun.
"""

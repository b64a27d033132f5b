// A package with a file of assembly may declare functions that are defined elsewhere.

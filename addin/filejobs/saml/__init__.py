"""`saml`: returned templates, from many kommuner, as one comparison. What a file is, is not asked of its name."""

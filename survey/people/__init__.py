"""Who works here: accounts, rights, sign-in, and the record of acts."""

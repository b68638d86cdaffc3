"""Where a tab's tables are and what they are: what :mod:`schemas.finding.recognise` joins."""

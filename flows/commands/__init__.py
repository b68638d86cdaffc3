"""One file a verb of the command line. Heavy imports wait inside, so that each starts fast."""

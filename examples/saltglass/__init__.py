"""The invented production: SALTGLASS, a 50-day feature that nobody shot. All names are made up."""

"""One-liners, crew grids, equipment, permits and insurance."""

"""A spreadsheet as the API answers it: resources, grid data, value ranges."""

"""Google's query language (the Visualization API's), as QUERY takes it."""

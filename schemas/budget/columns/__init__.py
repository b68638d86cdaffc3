"""Which column of a budget holds what: by headings, by words, by place and by arithmetic."""

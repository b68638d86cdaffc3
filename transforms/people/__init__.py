"""Who is who: names, jobs, deals, and which agreement each of them works under."""

"""The pages, one subject a module: each reads what was asked, calls one thing and shows it."""

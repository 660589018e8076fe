"""Lists of channels and people, from and to CSV and XLSX."""

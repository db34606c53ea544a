"""An archive: reports by the hundred thousand as a folder of Parquet files, made in pieces that can be made again."""

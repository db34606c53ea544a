CREATE TABLE term (code INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE place (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  lon REAL NOT NULL,
  lat REAL NOT NULL,
  country TEXT NOT NULL,
  parent TEXT,
  native TEXT,
  population INTEGER NOT NULL,
  seat_of TEXT,
  source INTEGER NOT NULL
);
-- grade: 0 the place's own name, 1 another name, 2 the romanisation key (stored with a leading "~")
CREATE TABLE name (form TEXT NOT NULL, place INTEGER NOT NULL, grade INTEGER NOT NULL, PRIMARY KEY (form, place)) WITHOUT ROWID;
CREATE TABLE area (place INTEGER PRIMARY KEY, approximate INTEGER NOT NULL, source INTEGER NOT NULL, wkb BLOB NOT NULL);
CREATE TEMP TABLE raw_name (form TEXT, place INTEGER, grade INTEGER);

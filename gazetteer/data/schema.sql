CREATE TABLE term (code INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
CREATE TABLE place (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  lon REAL NOT NULL,
  lat REAL NOT NULL,
  country TEXT NOT NULL,
  parent TEXT,
  native TEXT,
  population INTEGER NOT NULL,
  seat_of TEXT,
  source INTEGER NOT NULL,
  radius_km REAL NOT NULL
);
-- grade: 0 the place's own name, 1 another name, 2 the romanisation key (stored with a leading "~")
CREATE TABLE name (
  form TEXT NOT NULL,
  place INTEGER NOT NULL,
  grade INTEGER NOT NULL,
  PRIMARY KEY (form, place)
) WITHOUT ROWID;
CREATE TABLE area (place INTEGER PRIMARY KEY, approximate INTEGER NOT NULL, source INTEGER NOT NULL, wkb BLOB NOT NULL);
CREATE TEMP TABLE raw_name (form TEXT, place INTEGER, grade INTEGER);

CREATE VIEW record AS
  SELECT p.id, p.name, k.text AS kind, p.lon, p.lat, p.country, p.parent, p.native, p.population, p.seat_of,
    s.text AS source, p.radius_km, p.row
  FROM place p JOIN term k ON k.code = p.kind JOIN term s ON s.code = p.source;
CREATE VIEW named AS
  SELECT r.id, r.name, r.kind, r.lon, r.lat, r.country, r.parent, r.native, r.population, r.seat_of, r.source, r.radius_km, n.grade, n.form
  FROM name n JOIN record r ON r.row = n.place;
CREATE VIEW outline AS
  SELECT r.id, a.approximate, s.text AS source, a.wkb, r.country, r.kind
  FROM area a JOIN record r ON r.row = a.place JOIN term s ON s.code = a.source;

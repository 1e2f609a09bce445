-- A partitioned table can hold no foreign key: the relation is missing and can only be a virtual one.
CREATE TABLE clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE notes (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id bigint unsigned NOT NULL,
  CONSTRAINT o07_n FOREIGN KEY (client_id) REFERENCES clients (id));
CREATE TABLE events (id bigint unsigned NOT NULL AUTO_INCREMENT, day date NOT NULL, client_id bigint unsigned NOT NULL,
  PRIMARY KEY (id, day)) PARTITION BY RANGE (YEAR(day)) (
  PARTITION p2025 VALUES LESS THAN (2026), PARTITION p2026 VALUES LESS THAN (2027));
INSERT INTO clients (id) VALUES (1), (2);
INSERT INTO notes (id, client_id) VALUES (1, 1);
INSERT INTO events (id, day, client_id) VALUES (1, '2025-05-05', 1), (2, '2026-05-05', 2);

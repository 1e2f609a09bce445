-- The guide's picture: every key cascades.
CREATE TABLE clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE foo (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id bigint unsigned NOT NULL,
  CONSTRAINT o04_a FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE);
CREATE TABLE bar (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id bigint unsigned NOT NULL, foo_id bigint unsigned NOT NULL,
  CONSTRAINT o04_b FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
  CONSTRAINT o04_c FOREIGN KEY (foo_id) REFERENCES foo (id) ON DELETE CASCADE);
INSERT INTO clients (id) VALUES (1), (2);
INSERT INTO foo (id, client_id) VALUES (1, 1), (2, 2);
INSERT INTO bar (id, client_id, foo_id) VALUES (1, 1, 1), (2, 2, 2);

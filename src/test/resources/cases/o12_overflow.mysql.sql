-- The counter, not the rows, says where ids go on.
CREATE TABLE clients (id tinyint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 200;
CREATE TABLE notes (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id tinyint unsigned NOT NULL,
  CONSTRAINT o12_n FOREIGN KEY (client_id) REFERENCES clients (id));
INSERT INTO clients (id) VALUES (1);
INSERT INTO notes (client_id) VALUES (1);

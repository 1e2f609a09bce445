-- geo_ips would be neutral and is kept as context; regions, its parent, follows it; audit becomes neutral, so its key goes.
CREATE TABLE clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE regions (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, name varchar(20) NOT NULL);
CREATE TABLE geo_ips (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, region_id bigint unsigned NOT NULL,
  CONSTRAINT o11_g FOREIGN KEY (region_id) REFERENCES regions (id));
CREATE TABLE audit (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, client_id bigint unsigned NOT NULL,
  CONSTRAINT o11_a FOREIGN KEY (client_id) REFERENCES clients (id));
INSERT INTO clients (id) VALUES (1);
INSERT INTO regions (id, name) VALUES (1, 'north');
INSERT INTO geo_ips (id, region_id) VALUES (1, 1);
INSERT INTO audit (id, client_id) VALUES (1, 1);

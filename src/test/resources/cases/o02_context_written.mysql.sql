CREATE TABLE cities (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, rentals bigint NOT NULL DEFAULT 0);
CREATE TABLE clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE rentals (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id bigint unsigned NOT NULL, city_id bigint unsigned NOT NULL,
  CONSTRAINT o02_c FOREIGN KEY (client_id) REFERENCES clients (id),
  CONSTRAINT o02_t FOREIGN KEY (city_id) REFERENCES cities (id));
DELIMITER $$
CREATE TRIGGER o02_trg AFTER INSERT ON rentals FOR EACH ROW
BEGIN UPDATE cities SET rentals = rentals + 1 WHERE id = NEW.city_id; END$$
DELIMITER ;
INSERT INTO cities (id) VALUES (1), (2);
INSERT INTO clients (id) VALUES (1), (2);
INSERT INTO rentals (id, client_id, city_id) VALUES (1, 1, 1);
INSERT INTO rentals (id, client_id, city_id) VALUES (2, 2, 1);
INSERT INTO rentals (id, client_id, city_id) VALUES (3, 2, 2);

CREATE TABLE clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE orders (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, number varchar(20) NOT NULL UNIQUE,
  client_id bigint unsigned NOT NULL, CONSTRAINT o03_o FOREIGN KEY (client_id) REFERENCES clients (id));
CREATE TABLE order_lines (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, line_no int NOT NULL,
  order_id bigint unsigned NOT NULL, UNIQUE (order_id, line_no),
  CONSTRAINT o03_l FOREIGN KEY (order_id) REFERENCES orders (id));
INSERT INTO clients (id) VALUES (1);
INSERT INTO orders (id, number, client_id) VALUES (1, 'A', 1);
INSERT INTO order_lines (line_no, order_id) VALUES (1, 1), (2, 1);

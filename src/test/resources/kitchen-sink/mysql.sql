-- Everything that MySQL 8 and MariaDB 10.6 can both put into a schema and that an export must carry, with names that bite.
-- Root: clients.
CREATE TABLE countries (
  code char(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  name varchar(60) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

CREATE TABLE cities (
  id smallint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  country char(2) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name varchar(60) NOT NULL DEFAULT 'it''s;',
  twin smallint unsigned,
  shape geometry NOT NULL,
  about text,
  KEY name_prefix (name(10)),
  FULLTEXT KEY about_words (about),
  SPATIAL KEY shape_place (shape),
  CONSTRAINT cities_country FOREIGN KEY (country) REFERENCES countries (code) ON UPDATE CASCADE,
  CONSTRAINT cities_twin FOREIGN KEY (twin) REFERENCES cities (id) ON DELETE SET NULL
) ENGINE=InnoDB AUTO_INCREMENT=77 DEFAULT CHARSET=utf8mb4 COMMENT='cities; AUTO_INCREMENT=5 stays here -- and */ too';

CREATE TABLE clients (
  id mediumint unsigned NOT NULL AUTO_INCREMENT,
  login varchar(60) COLLATE utf8mb4_bin NOT NULL,
  city_id smallint unsigned NOT NULL,
  badge int(5) unsigned zerofill DEFAULT NULL,
  feels enum('sad','it''s ok','a,b;c') NOT NULL DEFAULT 'it''s ok',
  flags set('x','y') DEFAULT NULL,
  bits bit(3) DEFAULT b'101',
  amount decimal(12,2) NOT NULL DEFAULT 0.00,
  extra json DEFAULT NULL,
  created_at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP COMMENT 'when; it''s\nall',
  at_micro datetime(6) DEFAULT CURRENT_TIMESTAMP(6),
  login_lower varchar(60) GENERATED ALWAYS AS (lower(login)) STORED,
  city_twice int GENERATED ALWAYS AS (city_id * 2) VIRTUAL,
  main_shop int,
  PRIMARY KEY (id),
  UNIQUE KEY clients_login (login),
  KEY badge (badge DESC),
  CONSTRAINT `check; -- it` CHECK (login <> 'a;b'),
  CONSTRAINT clients_city FOREIGN KEY (city_id) REFERENCES cities (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 ROW_FORMAT=DYNAMIC;

CREATE TABLE shops (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id mediumint unsigned NOT NULL,
  KEY by_client (client_id),
  CONSTRAINT shops_client FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE ON UPDATE CASCADE
) ENGINE=InnoDB;
ALTER TABLE clients ADD CONSTRAINT clients_main_shop FOREIGN KEY (main_shop) REFERENCES shops (id) ON DELETE SET NULL;

CREATE TABLE `select` (
  `from` mediumint unsigned NOT NULL,
  `a b` varchar(20) DEFAULT 'x''y;',
  `semi;colon` varchar(20) DEFAULT NULL,
  `quo"te` varchar(20) DEFAULT NULL,
  `back``tick` varchar(20) DEFAULT NULL,
  `żółć` varchar(20) DEFAULT NULL,
  `dot.ted` varchar(20) DEFAULT NULL,
  `paren)` int DEFAULT NULL,
  `abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz0123456789ab` int DEFAULT NULL,
  PRIMARY KEY (`from`),
  KEY `Index; DROP TABLE` (`quo"te`,`back``tick`),
  CONSTRAINT `fk ``of`` select` FOREIGN KEY (`from`) REFERENCES clients (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COMMENT='reserved words';

CREATE TABLE plans (
  id smallint NOT NULL DEFAULT -1,
  parent smallint DEFAULT NULL,
  PRIMARY KEY (id)
) ENGINE=InnoDB;
CREATE TABLE client_plans (
  client_id mediumint unsigned NOT NULL,
  plan_id smallint NOT NULL,
  PRIMARY KEY (client_id, plan_id),
  CONSTRAINT cp_client FOREIGN KEY (client_id) REFERENCES clients (id),
  CONSTRAINT cp_plan FOREIGN KEY (plan_id) REFERENCES plans (id)
) ENGINE=InnoDB;

CREATE TABLE measures (
  id int NOT NULL,
  at date NOT NULL,
  PRIMARY KEY (id, at)
) ENGINE=InnoDB
PARTITION BY RANGE (year(at)) (
  PARTITION p2025 VALUES LESS THAN (2026),
  PARTITION rest VALUES LESS THAN MAXVALUE
);
CREATE TABLE changes (what varchar(200), at timestamp NULL DEFAULT NULL) ENGINE=MyISAM;

CREATE VIEW client_names AS SELECT c.id, c.login, t.name AS city FROM clients c JOIN cities t ON t.id = c.city_id;
CREATE VIEW a_view_on_a_view AS SELECT id FROM client_names WHERE city <> 'x;y';
CREATE VIEW both_sides AS SELECT c.id FROM clients c JOIN changes m;
DELIMITER //
CREATE PROCEDURE forget(IN n varchar(20)) BEGIN DELETE FROM changes WHERE what = n; END//
CREATE FUNCTION shop_count(n int) RETURNS bigint READS SQL DATA BEGIN RETURN (SELECT count(*) FROM shops WHERE client_id = n); END//
CREATE TRIGGER clients_login_check BEFORE INSERT ON clients FOR EACH ROW
BEGIN
  -- INSERT INTO changes is only text;
  IF NEW.login = '' THEN
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'INSERT INTO changes; is only text';
  END IF;
END//
CREATE TRIGGER clients_cross AFTER INSERT ON clients FOR EACH ROW BEGIN INSERT INTO changes VALUES ('x', NULL); END//
DELIMITER ;

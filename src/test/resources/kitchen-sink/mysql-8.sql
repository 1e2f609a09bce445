-- What MySQL 8 and MariaDB 10.6 share beyond tables and keys: programs with the settings of their makers, and names that bite.
-- Root: clients.
SET NAMES utf8mb4;
CREATE TABLE cities (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name varchar(60) CHARACTER SET latin1 COLLATE latin1_german1_ci DEFAULT NULL COMMENT 'in latin1; with ''quotes'' and */ -- DELIMITER',
  note text COLLATE utf8mb4_bin,
  code char(3) CHARACTER SET ascii NOT NULL DEFAULT 'x;y',
  bin varbinary(20) DEFAULT NULL,
  raw binary(4) DEFAULT NULL,
  size double(10,3) unsigned DEFAULT '1.500',
  born year DEFAULT NULL,
  lasts time(3) DEFAULT '00:00:01.500',
  flag tinyint(1) DEFAULT '1',
  KEY by_code (code) USING BTREE COMMENT 'a key; its comment',
  KEY mixed (name(5), id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci COMMENT='it''s; */ -- DELIMITER //' ROW_FORMAT=COMPRESSED KEY_BLOCK_SIZE=8;
CREATE TABLE clients (
  id int unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login varchar(60) NOT NULL,
  city_id int DEFAULT NULL,
  made datetime(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3),
  doc json DEFAULT NULL,
  kind enum('a','b''c','d;e','f"g') CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'b''c',
  opts set('x','y','z') DEFAULT 'x,y',
  sum_of int GENERATED ALWAYS AS (coalesce(city_id, 0) + 1) VIRTUAL,
  upper_login varchar(60) GENERATED ALWAYS AS (upper(login)) STORED,
  UNIQUE KEY login (login),
  KEY by_upper (upper_login),
  CONSTRAINT clients_city FOREIGN KEY (city_id) REFERENCES cities (id) ON DELETE SET NULL ON UPDATE CASCADE,
  CONSTRAINT login_given CHECK (login <> '')
) ENGINE=InnoDB AUTO_INCREMENT=1000 DEFAULT CHARSET=utf8mb4 MIN_ROWS=10 MAX_ROWS=100000 AVG_ROW_LENGTH=50 STATS_PERSISTENT=1 STATS_AUTO_RECALC=0;
CREATE TABLE visits (
  client_id int unsigned NOT NULL, at date NOT NULL, n int NOT NULL, PRIMARY KEY (client_id, at)
) ENGINE=InnoDB
PARTITION BY RANGE (to_days(at)) SUBPARTITION BY HASH (client_id) SUBPARTITIONS 2 (
  PARTITION old VALUES LESS THAN (740000) COMMENT = 'long ago',
  PARTITION new VALUES LESS THAN MAXVALUE
);
CREATE TABLE regions (id int NOT NULL, name varchar(10) NOT NULL, PRIMARY KEY (id, name))
PARTITION BY LIST COLUMNS (name) (PARTITION n VALUES IN ('a','b;c'), PARTITION s VALUES IN ('d'));
CREATE TABLE tallies (id int NOT NULL PRIMARY KEY, n bigint) PARTITION BY KEY (id) PARTITIONS 3;
CREATE TABLE job_log (id int NOT NULL, line varchar(200), KEY line (line)) ENGINE=MyISAM DEFAULT CHARSET=latin1 DELAY_KEY_WRITE=1 CHECKSUM=1;
CREATE TABLE hashed (id int NOT NULL, KEY by_hash (id) USING HASH, KEY by_tree (id) USING BTREE) ENGINE=MEMORY MAX_ROWS=100;
CREATE TABLE part_1 (id int NOT NULL, KEY (id)) ENGINE=MyISAM;
CREATE TABLE part_2 LIKE part_1;
CREATE TABLE merged (id int NOT NULL, KEY (id)) ENGINE=MERGE UNION=(part_1,part_2) INSERT_METHOD=LAST;
CREATE TABLE text_lines (line varchar(20) NOT NULL COMMENT 'TABLESPACE x; UNION=(y)') ENGINE=CSV COMMENT='DATA DIRECTORY=''/x''';
CREATE TABLE odd_sets (
  a varchar(10) CHARACTER SET big5, b char(5) CHARACTER SET sjis COLLATE sjis_bin, c text CHARACTER SET utf16le,
  raw varbinary(4) DEFAULT x'616200', bits bit(3) DEFAULT b'101', at timestamp NOT NULL DEFAULT '2001-01-01 00:00:00',
  twice int DEFAULT (1 + 1), d2 double DEFAULT -1.5e-10, big bigint unsigned DEFAULT 18446744073709551615,
  KEY backwards (a DESC, b)
) DEFAULT CHARSET=latin2 STATS_SAMPLE_PAGES=30 ROW_FORMAT=COMPACT;
CREATE TABLE archive_of_jobs (id int) ENGINE=MyISAM PACK_KEYS=1;

ALTER DATABASE CHARACTER SET latin2 COLLATE latin2_bin;
CREATE FUNCTION of_another_set(a varchar(20)) RETURNS varchar(20) DETERMINISTIC RETURN a;
CREATE TRIGGER cities_in BEFORE INSERT ON cities FOR EACH ROW SET NEW.note = 'x';
CREATE EVENT of_another_set ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE DO SELECT 'x';
ALTER DATABASE CHARACTER SET latin1 COLLATE latin1_german1_ci;
SET SESSION sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,STRICT_ALL_TABLES';
CREATE VIEW "names; of" AS SELECT id, login || '; x' AS "a""b" FROM clients;
DELIMITER //
CREATE FUNCTION "glued;"(a varchar(20), b varchar(20)) RETURNS varchar(60) DETERMINISTIC NO SQL SQL SECURITY INVOKER COMMENT 'pipes; glue' BEGIN RETURN a || ';' || b; END//
DELIMITER ;
SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES';
DELIMITER //
CREATE PROCEDURE back() BEGIN SELECT 'a\b' AS one; END//
CREATE TRIGGER clients_in BEFORE INSERT ON clients FOR EACH ROW BEGIN IF NEW.login = 'a\b;' THEN SIGNAL SQLSTATE '45000'; END IF; END//
DELIMITER ;
CREATE PROCEDURE zz_back() SELECT 'a\b;' AS one;
SET SESSION sql_mode = '';
SET NAMES utf8mb3;
CREATE VIEW slashes AS SELECT id, 'a\\b''c' AS one FROM clients WHERE login <> '\'' OR login LIKE '%\\%';
CREATE ALGORITHM=MERGE SQL SECURITY INVOKER VIEW of_id AS SELECT id FROM clients WHERE id > 5 WITH LOCAL CHECK OPTION;
CREATE VIEW deep_of_id AS SELECT id FROM of_id WHERE id > 7 WITH CASCADED CHECK OPTION;
SET NAMES utf8mb4 COLLATE utf8mb4_unicode_ci;
CREATE VIEW accents AS SELECT id, 'żółć; ''x''' AS said FROM clients;
DELIMITER //
CREATE PROCEDURE said(OUT n int, INOUT m varchar(10)) MODIFIES SQL DATA
BEGIN
  /* DELIMITER // is only text; */
  -- so is this; $$ ;;
  DECLARE done int DEFAULT 0;
  DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = 1;
  SELECT count(*) INTO n FROM clients WHERE login = 'ż;';
END//
CREATE FUNCTION plain_one() RETURNS int DETERMINISTIC RETURN 1//
CREATE FUNCTION twins() RETURNS int DETERMINISTIC RETURN 1//
CREATE PROCEDURE twins() SELECT count(*) FROM job_log//
CREATE TRIGGER clients_up_1 BEFORE UPDATE ON clients FOR EACH ROW SET @a = 1//
CREATE TRIGGER clients_up_0 BEFORE UPDATE ON clients FOR EACH ROW PRECEDES clients_up_1 SET @b = ';'//
CREATE TRIGGER jobs_cross AFTER DELETE ON clients FOR EACH ROW INSERT INTO job_log VALUES (1, 'x')//
SET SESSION time_zone = '+03:00'//
CREATE EVENT tidy ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 03:00:00' ON COMPLETION PRESERVE DISABLE COMMENT 'at night; it''s' DO BEGIN DELETE FROM job_log WHERE id < 5; END//
SET SESSION time_zone = 'SYSTEM'//
CREATE EVENT one_time ON SCHEDULE AT '2036-01-01 00:00:00' ON COMPLETION NOT PRESERVE DO SELECT 1//
CREATE EVENT long_past ON SCHEDULE EVERY 1 MONTH STARTS '2020-01-31 00:00:00' ENDS '2021-01-01 00:00:00' ON COMPLETION PRESERVE DISABLE DO SELECT 1//
CREATE EVENT not_here ON SCHEDULE EVERY '1:30' HOUR_MINUTE STARTS '2030-01-01 00:00:00' DISABLE ON SLAVE DO SELECT 1//
CREATE EVENT tidy_clients ON SCHEDULE EVERY 2 HOUR STARTS '2030-01-01 00:00:00' ENDS '2036-01-01 00:00:00' DO DELETE FROM clients WHERE login = ''//
DELIMITER ;
CREATE DEFINER=`gone`@`nowhere` VIEW of_a_stranger AS SELECT id FROM cities;
CREATE VIEW both_sides AS SELECT c.id FROM clients c JOIN job_log j ON j.id = c.id;

-- What MariaDB has and MySQL has not. Root: clients.
ALTER DATABASE COMMENT 'a database; it''s';
CREATE SEQUENCE tickets START WITH 100 MINVALUE 10 MAXVALUE 100000 INCREMENT BY 10 CACHE 5 CYCLE;
CREATE SEQUENCE `odd ``name` INCREMENT BY -1;
CREATE TABLE cities (
  id int NOT NULL PRIMARY KEY,
  name varchar(60) CHECK (name <> '' and name <> ';'),
  at uuid DEFAULT uuid(),
  ip inet6 DEFAULT '::1'
) ENGINE=InnoDB;
CREATE TABLE clients (
  id int NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login varchar(60) NOT NULL DEFAULT concat('x', ';'),
  ticket bigint NOT NULL DEFAULT nextval(tickets),
  city_id int DEFAULT NULL,
  doc longtext DEFAULT NULL CHECK (json_valid(doc)),
  hidden int INVISIBLE DEFAULT 4,
  small blob COMPRESSED DEFAULT NULL,
  twice int GENERATED ALWAYS AS (hidden * 2) STORED,
  KEY unseen (login) IGNORED,
  CONSTRAINT clients_city FOREIGN KEY (city_id) REFERENCES cities (id) ON DELETE SET NULL
) ENGINE=InnoDB PAGE_COMPRESSED=1;
CREATE TABLE prices (
  id int NOT NULL PRIMARY KEY,
  client_id int NOT NULL,
  price decimal(10,2) NOT NULL,
  note varchar(20) WITHOUT SYSTEM VERSIONING,
  CONSTRAINT prices_client FOREIGN KEY (client_id) REFERENCES clients (id)
) ENGINE=InnoDB WITH SYSTEM VERSIONING;
CREATE TABLE stays (
  id int NOT NULL, s date NOT NULL, e date NOT NULL,
  PERIOD FOR lasts (s, e), UNIQUE KEY no_overlap (id, lasts WITHOUT OVERLAPS)
) ENGINE=InnoDB;
CREATE TABLE places (
  g point REF_SYSTEM_ID=4326 NOT NULL COMMENT 'it''s', h geometry NOT NULL, `line ``1` linestring REF_SYSTEM_ID=101 DEFAULT NULL,
  SPATIAL KEY by_h (h)
) ENGINE=InnoDB;
CREATE TABLE versions_1 (
  id int PRIMARY KEY, x int,
  rs timestamp(6) GENERATED ALWAYS AS ROW START INVISIBLE, re timestamp(6) GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (rs, re)
) WITH SYSTEM VERSIONING;
CREATE TABLE versions_2 (
  x int, rs bigint unsigned GENERATED ALWAYS AS ROW START, re bigint unsigned GENERATED ALWAYS AS ROW END, PERIOD FOR SYSTEM_TIME (rs, re)
) WITH SYSTEM VERSIONING ENGINE=InnoDB;
CREATE TABLE versions_3 (id int, x int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME INTERVAL 1 WEEK (PARTITION p0 HISTORY, PARTITION pn CURRENT);
CREATE TABLE versions_4 (id int, x int) WITH SYSTEM VERSIONING PARTITION BY SYSTEM_TIME LIMIT 100 AUTO PARTITIONS 3;
CREATE TABLE sorted (
  a varchar(10) COLLATE uca1400_ai_ci, b varchar(10) CHARACTER SET utf8mb3 COLLATE utf8mb3_uca1400_as_cs,
  c char(3) CHARACTER SET ucs2 COLLATE uca1400_polish_ai_ci, d text, UNIQUE KEY whole (d), KEY back (b DESC, a) COMMENT 'x'
) CHARACTER SET utf8mb4 COLLATE uca1400_as_ci;
CREATE TABLE computed (
  a int, b int AS (a + 1) PERSISTENT INVISIBLE, c int AS (a + 2) VIRTUAL, d int DEFAULT (a + 1), e timestamp(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3),
  f json, g inet4 DEFAULT '1.2.3.4', h bigint DEFAULT (NEXT VALUE FOR tickets)
) PAGE_COMPRESSED=1 PAGE_COMPRESSION_LEVEL=5;
CREATE TABLE listed (id int, PRIMARY KEY (id)) PARTITION BY LIST (id) (PARTITION p0 VALUES IN (1, 2), PARTITION others DEFAULT);
CREATE TABLE fixed_rows (id int PRIMARY KEY) ENGINE=Aria PAGE_CHECKSUM=0 TRANSACTIONAL=0 ROW_FORMAT=FIXED;
CREATE SEQUENCE told START 5 NOCACHE COMMENT='a sequence; it''s' ENGINE=Aria;
CREATE TABLE notes (id int NOT NULL PRIMARY KEY, body text) ENGINE=Aria TRANSACTIONAL=1;
DELIMITER //
CREATE AGGREGATE FUNCTION product(x double) RETURNS double BEGIN DECLARE r double DEFAULT 1; DECLARE CONTINUE HANDLER FOR NOT FOUND RETURN r; LOOP FETCH GROUP NEXT ROW; SET r = r * x; END LOOP; END//
CREATE PROCEDURE next_ticket() BEGIN SELECT nextval(tickets); END//
SET SESSION sql_mode = 'ORACLE'//
CREATE PACKAGE billing COMMENT 'to the clients; it''s' AS
  -- what others may call; DELIMITER
  FUNCTION owed(of_client number) RETURN number;
  PROCEDURE "close; day"(a IN OUT varchar2(20));
END//
CREATE PACKAGE BODY billing AS
  total number := 5;
  FUNCTION owed(of_client number) RETURN number AS n number; BEGIN SELECT sum(price) INTO n FROM prices WHERE client_id = of_client; RETURN n || ''; END;
  PROCEDURE "close; day"(a IN OUT varchar2(20)) AS BEGIN a := a || '; x'; total := total + 1; END;
BEGIN
  total := 7;
END//
CREATE PACKAGE jotting AS PROCEDURE jot(t text); END//
CREATE PACKAGE BODY jotting AS PROCEDURE jot(t text) AS BEGIN INSERT INTO notes VALUES (1, t); END; END//
CREATE PACKAGE torn AS PROCEDURE both_sides; END//
CREATE PACKAGE BODY torn AS PROCEDURE both_sides AS BEGIN INSERT INTO notes SELECT id, login FROM clients; END; END//
CREATE PACKAGE only_offered AS PROCEDURE nothing; END//
CREATE PROCEDURE by_package(a number) AS BEGIN jotting.jot('x'); END//
CREATE PROCEDURE in_oracles_words(a IN number, b OUT varchar2(20)) AS v clients%ROWTYPE; BEGIN SELECT login INTO b FROM clients LIMIT 1; END//
CREATE VIEW owing AS SELECT id, billing.owed(id) AS sum_of FROM clients//
SET SESSION sql_mode = ''//
DELIMITER ;

-- What MariaDB 11.4 has and 10.11 has not: packages outside of Oracle's mode. Root: clients.
CREATE TABLE clients (id int NOT NULL PRIMARY KEY, login varchar(60) NOT NULL) ENGINE=InnoDB;
CREATE TABLE jobs (id int NOT NULL PRIMARY KEY) ENGINE=InnoDB;
DELIMITER //
CREATE PACKAGE plain FUNCTION one() RETURNS int; PROCEDURE two(); END//
CREATE PACKAGE BODY plain FUNCTION one() RETURNS int RETURN 1; PROCEDURE two() SELECT 2; END//
CREATE PACKAGE working FUNCTION left_to_do() RETURNS int; END//
CREATE PACKAGE BODY working FUNCTION left_to_do() RETURNS int RETURN (SELECT count(*) FROM jobs); END//
CREATE VIEW a_one AS SELECT id, plain.one() AS one FROM clients//
CREATE TRIGGER jobs_in BEFORE INSERT ON jobs FOR EACH ROW SET NEW.id = NEW.id + plain.one()//
DELIMITER ;

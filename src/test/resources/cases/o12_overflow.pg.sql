-- The counter, not the rows, says where ids go on.
CREATE TABLE clients (id smallserial PRIMARY KEY);
CREATE TABLE notes (id bigserial PRIMARY KEY, client_id smallint NOT NULL CONSTRAINT o12_n REFERENCES clients (id));
INSERT INTO clients (id) VALUES (1);
INSERT INTO notes (client_id) VALUES (1);
SELECT setval('clients_id_seq', 32700);

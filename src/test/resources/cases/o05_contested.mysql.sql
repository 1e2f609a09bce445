-- Two NOT NULL keys to the root in a table that is more than a link: who owns a message?
CREATE TABLE clients (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY);
CREATE TABLE messages (id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, subject varchar(50), body varchar(100) NOT NULL, sent_at timestamp NOT NULL,
  sender_id bigint unsigned NOT NULL, receiver_id bigint unsigned NOT NULL,
  CONSTRAINT o05_s FOREIGN KEY (sender_id) REFERENCES clients (id),
  CONSTRAINT o05_r FOREIGN KEY (receiver_id) REFERENCES clients (id));
INSERT INTO clients (id) VALUES (1), (2);
INSERT INTO messages (id, body, sent_at, sender_id, receiver_id) VALUES
  (1, 'to myself', '2026-11-26 10:00:00', 1, 1), (2, 'to you', '2026-11-26 10:00:00', 1, 2);

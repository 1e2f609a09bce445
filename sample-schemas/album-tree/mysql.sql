-- Album tree: albums lie in albums of the same client. Root table: clients.
-- The key of a table onto itself makes the order of its rows matter. Clients have turned their trees around, so that many an album
-- lies in one with a larger id: read by id and inserted one by one, the child comes first and is refused.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- The root: one row per client of the product.
CREATE TABLE clients (
  id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login    VARCHAR(60) NOT NULL,
  password VARCHAR(60) NOT NULL,
  CONSTRAINT clients_login_unique UNIQUE (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data with a self loop.
CREATE TABLE albums (
  id              INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id       INT UNSIGNED NOT NULL,
  parent_album_id INT UNSIGNED,
  name            VARCHAR(80) NOT NULL,
  CONSTRAINT albums_client_fk FOREIGN KEY (client_id) REFERENCES clients (id),
  CONSTRAINT albums_parent_fk FOREIGN KEY (parent_album_id) REFERENCES albums (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data below the tree.
CREATE TABLE photos (
  id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  album_id INT UNSIGNED NOT NULL,
  file     VARCHAR(120) NOT NULL,
  CONSTRAINT photos_album_fk FOREIGN KEY (album_id) REFERENCES albums (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

INSERT INTO clients (id, login, password) VALUES
  (1, 'hugo.olsen', '9dad793400dc344e'), (2, 'olga.brandt', '9bee72e7320f637a'), (3, 'vera.gomez', 'a6614e24cff17dc1'),
  (4, 'chiara.silva', 'ad83ce09d47d2765'), (5, 'jakub.engel', '505cecc40ed00b53'), (6, 'rafal.jansen', '550fec67491af7d4'),
  (7, 'zoe.varga', 'cf65d0da042609ae'), (8, 'greta.bauer', 'de92c6e1fd22fb5a'), (9, 'nils.moreau', 'e3783bbba44d61e0'),
  (10, 'ugo.zeman', 'b80c780249f4b6b0'), (11, 'boris.eriksen', 'a44b584302bdb925'), (12, 'ines.peters', '343e76ddc7090177'),
  (13, 'petra.costa', '68bc8c32064d20bc'), (14, 'yara.horvat', '74bf2e615ceb941e'), (15, 'felix.toth', 'a47adff5c11058a9'),
  (16, 'maria.ferrari', '82f258e0360dfe37'), (17, 'tanja.kowal', 'b5e166bd61e65cef'), (18, 'agata.weber', '4442513088729966'),
  (19, 'henrik.conti', '53ee7cc6dd7e249f'), (20, 'oskar.novak', '8f8a89187e8779fb'), (21, 'wanda.albrecht', '4b7638f4bf0e60c9'),
  (22, 'elena.fischer', '0a2a26b6c403651d'), (23, 'lukas.rossi', 'f86c2458a1ead000'), (24, 'stefan.duval', 'b030014ba3275fb4'),
  (25, 'zofia.ivanov', 'd467cf05fedcde2d'), (26, 'giulia.urban', '1eb00a880f4639c0');

-- Parents first: by depth in the tree, since the order of ids would be refused.
INSERT INTO albums (id, client_id, parent_album_id, name) VALUES
  (1, 1, NULL, 'Sunday walk 2021'), (7, 2, NULL, 'Old town 2020'), (16, 3, NULL, 'Birthday 2022'), (19, 4, NULL, 'Mountains 2025'),
  (25, 5, NULL, 'Graduation 2024'), (36, 6, NULL, 'Birthday 2021'), (40, 7, NULL, 'Camera import 2025'), (46, 8, NULL, 'Birthday 2024'),
  (54, 9, NULL, 'Market 2025'), (55, 10, NULL, 'Graduation 2026'), (67, 11, NULL, 'Old town 2024'), (68, 12, NULL, 'Sea 2025'),
  (78, 13, NULL, 'Sea 2021'), (81, 14, NULL, 'Sunday walk 2024'), (86, 15, NULL, 'Birthday 2022'), (91, 16, NULL, 'Sunday walk 2020'),
  (98, 17, NULL, 'Sea 2020'), (104, 18, NULL, 'Market 2026'), (113, 19, NULL, 'Summer 2021'), (115, 20, NULL, 'Graduation 2023'),
  (123, 21, NULL, 'Summer 2024'), (129, 22, NULL, 'Mountains 2023'), (134, 23, NULL, 'Market 2021'), (140, 24, NULL, 'Camera import 2020'),
  (145, 25, NULL, 'Graduation 2025'), (157, 26, NULL, 'Old town 2023'), (6, 1, 1, 'Birthday 2026'), (8, 2, 7, 'Sea 2021'),
  (11, 2, 7, 'Sunday walk 2024'), (14, 3, 16, 'Market 2020'), (21, 4, 19, 'Sunday walk 2020'), (24, 4, 19, 'Market 2023'),
  (26, 5, 25, 'Birthday 2025'), (27, 5, 25, 'Old town 2026'), (35, 6, 36, 'Graduation 2020'), (42, 7, 40, 'New flat 2020'),
  (48, 8, 46, 'Sea 2026'), (52, 9, 54, 'New flat 2023'), (56, 10, 55, 'Birthday 2020'), (64, 11, 67, 'Market 2021'),
  (69, 12, 68, 'Mountains 2026'), (71, 12, 68, 'Sunday walk 2021'), (73, 13, 78, 'Summer 2023'), (76, 13, 78, 'Birthday 2026'),
  (79, 14, 81, 'Mountains 2022'), (85, 14, 81, 'Graduation 2021'), (87, 15, 86, 'Old town 2023'), (93, 16, 91, 'Summer 2022'),
  (94, 16, 91, 'Market 2023'), (102, 17, 98, 'New flat 2024'), (103, 17, 98, 'Summer 2025'), (106, 18, 104, 'Birthday 2021'),
  (107, 18, 104, 'Old town 2022'), (111, 19, 113, 'Sunday walk 2026'), (114, 19, 113, 'Market 2022'), (116, 20, 115, 'Birthday 2024'),
  (117, 20, 115, 'Old town 2025'), (126, 21, 123, 'Birthday 2020'), (128, 22, 129, 'Sea 2022'), (136, 23, 134, 'Birthday 2023'),
  (142, 24, 140, 'New flat 2022'), (143, 24, 140, 'Summer 2023'), (146, 25, 145, 'Birthday 2026'), (151, 26, 157, 'Sunday walk 2024'),
  (2, 1, 6, 'New flat 2022'), (3, 1, 6, 'Summer 2023'), (9, 2, 8, 'Mountains 2022'), (13, 2, 11, 'Summer 2026'),
  (17, 3, 14, 'Old town 2023'), (20, 4, 21, 'Camera import 2026'), (28, 5, 27, 'Sea 2020'), (32, 6, 35, 'New flat 2024'),
  (34, 6, 35, 'Market 2026'), (41, 7, 42, 'Sunday walk 2026'), (44, 8, 48, 'Market 2022'), (49, 8, 48, 'Mountains 2020'),
  (51, 9, 52, 'Sunday walk 2022'), (53, 9, 52, 'Summer 2024'), (57, 10, 56, 'Old town 2021'), (65, 11, 64, 'Graduation 2022'),
  (66, 11, 64, 'Birthday 2023'), (70, 12, 71, 'Camera import 2020'), (72, 12, 69, 'New flat 2022'), (75, 13, 76, 'Graduation 2025'),
  (84, 14, 79, 'Market 2020'), (88, 15, 87, 'Sea 2024'), (89, 15, 87, 'Mountains 2025'), (96, 16, 94, 'Birthday 2025'),
  (97, 17, 102, 'Old town 2026'), (105, 18, 106, 'Graduation 2020'), (109, 19, 114, 'Mountains 2024'), (112, 19, 114, 'New flat 2020'),
  (118, 20, 117, 'Sea 2026'), (124, 21, 126, 'Market 2025'), (125, 21, 126, 'Graduation 2026'), (130, 22, 128, 'Camera import 2024'),
  (138, 23, 136, 'Sea 2025'), (141, 24, 143, 'Sunday walk 2021'), (144, 24, 143, 'Market 2024'), (147, 25, 146, 'Old town 2020'),
  (154, 26, 151, 'Market 2020'), (4, 1, 2, 'Market 2024'), (5, 1, 3, 'Graduation 2025'), (10, 2, 13, 'Camera import 2023'),
  (12, 2, 9, 'New flat 2025'), (15, 3, 17, 'Graduation 2021'), (18, 3, 17, 'Sea 2024'), (22, 4, 20, 'New flat 2021'),
  (23, 4, 20, 'Summer 2022'), (29, 5, 28, 'Mountains 2021'), (30, 5, 28, 'Camera import 2022'), (33, 6, 32, 'Summer 2025'),
  (38, 7, 41, 'Sea 2023'), (47, 8, 49, 'Old town 2025'), (50, 9, 53, 'Camera import 2021'), (58, 10, 57, 'Sea 2022'),
  (59, 10, 57, 'Mountains 2023'), (61, 11, 65, 'Sunday walk 2025'), (77, 13, 75, 'Old town 2020'), (82, 14, 84, 'New flat 2025'),
  (83, 14, 84, 'Summer 2026'), (90, 15, 89, 'Camera import 2026'), (92, 16, 96, 'New flat 2021'), (101, 17, 97, 'Sunday walk 2023'),
  (108, 18, 105, 'Sea 2023'), (110, 19, 112, 'Camera import 2025'), (119, 20, 118, 'Mountains 2020'), (120, 20, 118, 'Camera import 2021'),
  (122, 21, 125, 'New flat 2023'), (132, 22, 130, 'New flat 2026'), (135, 23, 138, 'Graduation 2022'), (139, 23, 138, 'Mountains 2026'),
  (148, 25, 147, 'Sea 2021'), (149, 25, 147, 'Mountains 2022'), (155, 26, 154, 'Graduation 2021'), (156, 26, 154, 'Birthday 2022'),
  (31, 5, 30, 'Sunday walk 2023'), (37, 7, 38, 'Old town 2022'), (39, 7, 38, 'Mountains 2024'), (43, 8, 47, 'Summer 2021'),
  (60, 10, 58, 'Camera import 2024'), (62, 11, 61, 'New flat 2026'), (63, 11, 61, 'Summer 2020'), (74, 13, 77, 'Market 2024'),
  (80, 14, 83, 'Camera import 2023'), (95, 16, 92, 'Graduation 2024'), (100, 17, 101, 'Camera import 2022'), (121, 20, 119, 'Sunday walk 2022'),
  (131, 22, 132, 'Sunday walk 2025'), (133, 23, 135, 'Summer 2020'), (137, 23, 135, 'Old town 2024'), (150, 25, 149, 'Camera import 2023'),
  (152, 26, 155, 'New flat 2025'), (153, 26, 156, 'Summer 2026'), (45, 8, 43, 'Graduation 2023'), (99, 17, 100, 'Mountains 2021'),
  (127, 22, 131, 'Old town 2021');

INSERT INTO photos (id, album_id, file) VALUES
  (1, 151, 'DSC_1007.jpg'), (2, 137, 'DSC_1014.jpg'), (3, 82, 'DSC_1021.jpg'), (4, 127, 'DSC_1028.jpg'), (5, 73, 'DSC_1035.jpg'), (6, 105, 'DSC_1042.jpg'),
  (7, 17, 'DSC_1049.jpg'), (8, 61, 'DSC_1056.jpg'), (9, 44, 'DSC_1063.jpg'), (10, 39, 'DSC_1070.jpg'), (11, 61, 'DSC_1077.jpg'), (12, 110, 'DSC_1084.jpg'),
  (13, 141, 'DSC_1091.jpg'), (14, 83, 'DSC_1098.jpg'), (15, 139, 'DSC_1105.jpg'), (16, 114, 'DSC_1112.jpg'), (17, 129, 'DSC_1119.jpg'), (18, 33, 'DSC_1126.jpg'),
  (19, 74, 'DSC_1133.jpg'), (20, 63, 'DSC_1140.jpg'), (21, 127, 'DSC_1147.jpg'), (22, 65, 'DSC_1154.jpg'), (23, 129, 'DSC_1161.jpg'), (24, 49, 'DSC_1168.jpg'),
  (25, 96, 'DSC_1175.jpg'), (26, 2, 'DSC_1182.jpg'), (27, 32, 'DSC_1189.jpg'), (28, 86, 'DSC_1196.jpg'), (29, 127, 'DSC_1203.jpg'), (30, 20, 'DSC_1210.jpg'),
  (31, 111, 'DSC_1217.jpg'), (32, 23, 'DSC_1224.jpg'), (33, 132, 'DSC_1231.jpg'), (34, 97, 'DSC_1238.jpg'), (35, 63, 'DSC_1245.jpg'), (36, 44, 'DSC_1252.jpg'),
  (37, 19, 'DSC_1259.jpg'), (38, 76, 'DSC_1266.jpg'), (39, 19, 'DSC_1273.jpg'), (40, 74, 'DSC_1280.jpg'), (41, 87, 'DSC_1287.jpg'), (42, 119, 'DSC_1294.jpg'),
  (43, 83, 'DSC_1301.jpg'), (44, 39, 'DSC_1308.jpg'), (45, 39, 'DSC_1315.jpg'), (46, 69, 'DSC_1322.jpg'), (47, 79, 'DSC_1329.jpg'), (48, 99, 'DSC_1336.jpg'),
  (49, 84, 'DSC_1343.jpg'), (50, 148, 'DSC_1350.jpg'), (51, 132, 'DSC_1357.jpg'), (52, 37, 'DSC_1364.jpg'), (53, 112, 'DSC_1371.jpg'), (54, 27, 'DSC_1378.jpg'),
  (55, 66, 'DSC_1385.jpg'), (56, 61, 'DSC_1392.jpg'), (57, 56, 'DSC_1399.jpg'), (58, 55, 'DSC_1406.jpg'), (59, 140, 'DSC_1413.jpg'), (60, 95, 'DSC_1420.jpg'),
  (61, 112, 'DSC_1427.jpg'), (62, 97, 'DSC_1434.jpg'), (63, 70, 'DSC_1441.jpg'), (64, 21, 'DSC_1448.jpg'), (65, 79, 'DSC_1455.jpg'), (66, 104, 'DSC_1462.jpg'),
  (67, 53, 'DSC_1469.jpg'), (68, 81, 'DSC_1476.jpg'), (69, 4, 'DSC_1483.jpg'), (70, 10, 'DSC_1490.jpg'), (71, 146, 'DSC_1497.jpg'), (72, 150, 'DSC_1504.jpg'),
  (73, 16, 'DSC_1511.jpg'), (74, 91, 'DSC_1518.jpg'), (75, 126, 'DSC_1525.jpg'), (76, 104, 'DSC_1532.jpg'), (77, 109, 'DSC_1539.jpg'), (78, 157, 'DSC_1546.jpg'),
  (79, 67, 'DSC_1553.jpg'), (80, 78, 'DSC_1560.jpg'), (81, 116, 'DSC_1567.jpg'), (82, 42, 'DSC_1574.jpg'), (83, 107, 'DSC_1581.jpg'), (84, 55, 'DSC_1588.jpg'),
  (85, 49, 'DSC_1595.jpg'), (86, 54, 'DSC_1602.jpg'), (87, 93, 'DSC_1609.jpg'), (88, 51, 'DSC_1616.jpg'), (89, 59, 'DSC_1623.jpg'), (90, 98, 'DSC_1630.jpg'),
  (91, 19, 'DSC_1637.jpg'), (92, 117, 'DSC_1644.jpg'), (93, 51, 'DSC_1651.jpg'), (94, 91, 'DSC_1658.jpg'), (95, 129, 'DSC_1665.jpg'), (96, 33, 'DSC_1672.jpg'),
  (97, 150, 'DSC_1679.jpg'), (98, 124, 'DSC_1686.jpg'), (99, 114, 'DSC_1693.jpg'), (100, 23, 'DSC_1700.jpg'), (101, 34, 'DSC_1707.jpg'), (102, 61, 'DSC_1714.jpg'),
  (103, 112, 'DSC_1721.jpg'), (104, 101, 'DSC_1728.jpg'), (105, 59, 'DSC_1735.jpg'), (106, 103, 'DSC_1742.jpg'), (107, 97, 'DSC_1749.jpg'), (108, 125, 'DSC_1756.jpg'),
  (109, 86, 'DSC_1763.jpg'), (110, 62, 'DSC_1770.jpg'), (111, 84, 'DSC_1777.jpg'), (112, 99, 'DSC_1784.jpg'), (113, 55, 'DSC_1791.jpg'), (114, 45, 'DSC_1798.jpg'),
  (115, 127, 'DSC_1805.jpg'), (116, 3, 'DSC_1812.jpg'), (117, 122, 'DSC_1819.jpg'), (118, 26, 'DSC_1826.jpg'), (119, 105, 'DSC_1833.jpg'), (120, 124, 'DSC_1840.jpg'),
  (121, 26, 'DSC_1847.jpg'), (122, 48, 'DSC_1854.jpg'), (123, 128, 'DSC_1861.jpg'), (124, 8, 'DSC_1868.jpg'), (125, 68, 'DSC_1875.jpg'), (126, 121, 'DSC_1882.jpg'),
  (127, 34, 'DSC_1889.jpg'), (128, 51, 'DSC_1896.jpg'), (129, 41, 'DSC_1903.jpg'), (130, 66, 'DSC_1910.jpg'), (131, 38, 'DSC_1917.jpg'), (132, 10, 'DSC_1924.jpg'),
  (133, 32, 'DSC_1931.jpg'), (134, 75, 'DSC_1938.jpg'), (135, 113, 'DSC_1945.jpg'), (136, 14, 'DSC_1952.jpg'), (137, 23, 'DSC_1959.jpg'), (138, 76, 'DSC_1966.jpg'),
  (139, 157, 'DSC_1973.jpg'), (140, 67, 'DSC_1980.jpg'), (141, 137, 'DSC_1987.jpg'), (142, 80, 'DSC_1994.jpg'), (143, 97, 'DSC_2001.jpg'), (144, 133, 'DSC_2008.jpg'),
  (145, 68, 'DSC_2015.jpg'), (146, 145, 'DSC_2022.jpg'), (147, 9, 'DSC_2029.jpg'), (148, 8, 'DSC_2036.jpg'), (149, 138, 'DSC_2043.jpg'), (150, 73, 'DSC_2050.jpg'),
  (151, 137, 'DSC_2057.jpg'), (152, 157, 'DSC_2064.jpg'), (153, 19, 'DSC_2071.jpg'), (154, 15, 'DSC_2078.jpg'), (155, 71, 'DSC_2085.jpg'), (156, 76, 'DSC_2092.jpg'),
  (157, 90, 'DSC_2099.jpg'), (158, 124, 'DSC_2106.jpg'), (159, 55, 'DSC_2113.jpg'), (160, 129, 'DSC_2120.jpg'), (161, 28, 'DSC_2127.jpg'), (162, 12, 'DSC_2134.jpg'),
  (163, 96, 'DSC_2141.jpg'), (164, 96, 'DSC_2148.jpg'), (165, 123, 'DSC_2155.jpg'), (166, 115, 'DSC_2162.jpg'), (167, 85, 'DSC_2169.jpg'), (168, 127, 'DSC_2176.jpg'),
  (169, 94, 'DSC_2183.jpg'), (170, 57, 'DSC_2190.jpg'), (171, 3, 'DSC_2197.jpg'), (172, 154, 'DSC_2204.jpg'), (173, 30, 'DSC_2211.jpg'), (174, 90, 'DSC_2218.jpg'),
  (175, 133, 'DSC_2225.jpg'), (176, 39, 'DSC_2232.jpg'), (177, 98, 'DSC_2239.jpg'), (178, 30, 'DSC_2246.jpg'), (179, 157, 'DSC_2253.jpg'), (180, 143, 'DSC_2260.jpg'),
  (181, 21, 'DSC_2267.jpg'), (182, 11, 'DSC_2274.jpg'), (183, 101, 'DSC_2281.jpg'), (184, 29, 'DSC_2288.jpg'), (185, 119, 'DSC_2295.jpg'), (186, 37, 'DSC_2302.jpg'),
  (187, 51, 'DSC_2309.jpg'), (188, 141, 'DSC_2316.jpg'), (189, 114, 'DSC_2323.jpg'), (190, 13, 'DSC_2330.jpg'), (191, 69, 'DSC_2337.jpg'), (192, 5, 'DSC_2344.jpg'),
  (193, 152, 'DSC_2351.jpg'), (194, 28, 'DSC_2358.jpg'), (195, 25, 'DSC_2365.jpg'), (196, 36, 'DSC_2372.jpg'), (197, 122, 'DSC_2379.jpg'), (198, 57, 'DSC_2386.jpg'),
  (199, 80, 'DSC_2393.jpg'), (200, 77, 'DSC_2400.jpg'), (201, 78, 'DSC_2407.jpg'), (202, 156, 'DSC_2414.jpg'), (203, 85, 'DSC_2421.jpg'), (204, 142, 'DSC_2428.jpg'),
  (205, 5, 'DSC_2435.jpg'), (206, 112, 'DSC_2442.jpg'), (207, 23, 'DSC_2449.jpg'), (208, 99, 'DSC_2456.jpg'), (209, 1, 'DSC_2463.jpg'), (210, 119, 'DSC_2470.jpg'),
  (211, 27, 'DSC_2477.jpg'), (212, 84, 'DSC_2484.jpg'), (213, 138, 'DSC_2491.jpg'), (214, 83, 'DSC_2498.jpg'), (215, 118, 'DSC_2505.jpg'), (216, 15, 'DSC_2512.jpg'),
  (217, 125, 'DSC_2519.jpg'), (218, 24, 'DSC_2526.jpg'), (219, 137, 'DSC_2533.jpg'), (220, 120, 'DSC_2540.jpg');

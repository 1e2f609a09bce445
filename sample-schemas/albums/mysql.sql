-- Albums: photos know their client, albums do not. Root table: clients.
-- Every album is in truth used by one client only, yet it is found by climbing up from photos, so it is taken for shared context and
-- would be copied to all shards, with the tags below it left without a colour. Albums whose photos are all gone belong to
-- nobody any more: nothing deletes them, and nothing tells whose they were.
-- MySQL and MariaDB flavour.

SET NAMES utf8mb4;

-- The root: one row per client of the product.
CREATE TABLE clients (
  id       INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  login    VARCHAR(60) NOT NULL,
  password VARCHAR(60) NOT NULL,
  CONSTRAINT clients_login_unique UNIQUE (login)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data in truth, context by its keys: the way to the client is missing.
CREATE TABLE albums (
  id         INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name       VARCHAR(80) NOT NULL,
  created_at DATETIME NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Client data: photos, sorted into an album when the camera is synchronised.
CREATE TABLE photos (
  id        INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  client_id INT UNSIGNED NOT NULL,
  album_id  INT UNSIGNED NOT NULL,
  file      VARCHAR(120) NOT NULL,
  CONSTRAINT photos_client_fk FOREIGN KEY (client_id) REFERENCES clients (id) ON DELETE CASCADE,
  CONSTRAINT photos_album_fk FOREIGN KEY (album_id) REFERENCES albums (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4;

-- Below albums: undecided for as long as albums look like context.
CREATE TABLE album_tags (
  album_id INT UNSIGNED NOT NULL,
  tag      VARCHAR(40) NOT NULL,
  PRIMARY KEY (album_id, tag),
  CONSTRAINT album_tags_album_fk FOREIGN KEY (album_id) REFERENCES albums (id)
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
  (25, 'zofia.ivanov', 'd467cf05fedcde2d');

INSERT INTO albums (id, name, created_at) VALUES
  (1, 'Mountains 2020', '2020-02-04 10:01:00'), (2, 'Sea 2021', '2021-02-07 10:02:00'), (3, 'Old town 2022', '2022-02-10 10:03:00'),
  (4, 'Birthday 2023', '2023-02-13 10:04:00'), (5, 'Graduation 2024', '2024-02-16 10:05:00'), (6, 'Market 2025', '2025-02-19 10:06:00'),
  (7, 'Summer 2026', '2026-02-22 10:07:00'), (8, 'New flat 2019', '2019-02-25 10:08:00'), (9, 'Sunday walk 2020', '2020-02-28 10:09:00'),
  (10, 'Camera import 2021', '2021-03-03 10:10:00'), (11, 'Mountains 2022', '2022-03-06 10:11:00'), (12, 'Sea 2023', '2023-03-09 10:12:00'),
  (13, 'Old town 2024', '2024-03-11 10:13:00'), (14, 'Birthday 2025', '2025-03-15 10:14:00'), (15, 'Graduation 2026', '2026-03-18 10:15:00'),
  (16, 'Market 2019', '2019-03-21 10:16:00'), (17, 'Summer 2020', '2020-03-23 10:17:00'), (18, 'New flat 2021', '2021-03-27 10:18:00'),
  (19, 'Sunday walk 2022', '2022-03-30 10:19:00'), (20, 'Camera import 2023', '2023-04-02 10:20:00'), (21, 'Mountains 2024', '2024-04-04 10:21:00'),
  (22, 'Sea 2025', '2025-04-08 10:22:00'), (23, 'Old town 2026', '2026-04-11 10:23:00'), (24, 'Birthday 2019', '2019-04-14 10:24:00'),
  (25, 'Graduation 2020', '2020-04-16 10:25:00'), (26, 'Market 2021', '2021-04-20 10:26:00'), (27, 'Summer 2022', '2022-04-23 10:27:00'),
  (28, 'New flat 2023', '2023-04-26 10:28:00'), (29, 'Sunday walk 2024', '2024-04-28 10:29:00'), (30, 'Camera import 2025', '2025-05-02 10:30:00'),
  (31, 'Mountains 2026', '2026-05-05 10:31:00'), (32, 'Sea 2019', '2019-05-08 10:32:00'), (33, 'Old town 2020', '2020-05-10 10:33:00'),
  (34, 'Birthday 2021', '2021-05-14 10:34:00'), (35, 'Graduation 2022', '2022-05-17 10:35:00'), (36, 'Market 2023', '2023-05-20 10:36:00'),
  (37, 'Summer 2024', '2024-05-22 10:37:00'), (38, 'New flat 2025', '2025-05-26 10:38:00'), (39, 'Sunday walk 2026', '2026-05-29 10:39:00'),
  (40, 'Camera import 2019', '2019-06-01 10:40:00'), (41, 'Mountains 2020', '2020-06-03 10:41:00'), (42, 'Sea 2021', '2021-06-07 10:42:00'),
  (43, 'Old town 2022', '2022-06-10 10:43:00'), (44, 'Birthday 2023', '2023-06-13 10:44:00'), (45, 'Graduation 2024', '2024-06-15 10:45:00'),
  (46, 'Market 2025', '2025-06-19 10:46:00'), (47, 'Summer 2026', '2026-06-22 10:47:00'), (48, 'New flat 2019', '2019-06-25 10:48:00'),
  (49, 'Sunday walk 2020', '2020-06-27 10:49:00'), (50, 'Camera import 2021', '2021-07-01 10:50:00'), (51, 'Mountains 2022', '2022-07-04 10:51:00'),
  (52, 'Sea 2023', '2023-07-07 10:52:00'), (53, 'Old town 2024', '2024-07-09 10:53:00'), (54, 'Birthday 2025', '2025-07-13 10:54:00'),
  (55, 'Graduation 2026', '2026-07-16 10:55:00'), (56, 'Market 2019', '2019-07-19 10:56:00'), (57, 'Summer 2020', '2020-07-21 10:57:00'),
  (58, 'New flat 2021', '2021-07-25 10:58:00'), (59, 'Sunday walk 2022', '2022-07-28 10:59:00'), (60, 'Camera import 2023', '2023-07-31 11:00:00'),
  (61, 'Mountains 2024', '2024-08-02 11:01:00'), (62, 'Sea 2025', '2025-08-06 11:02:00'), (63, 'Old town 2026', '2026-08-09 11:03:00'),
  (64, 'Birthday 2019', '2019-08-12 11:04:00'), (65, 'Graduation 2020', '2020-08-14 11:05:00'), (66, 'Market 2021', '2021-08-18 11:06:00'),
  (67, 'Summer 2022', '2022-08-21 11:07:00'), (68, 'New flat 2023', '2023-08-24 11:08:00'), (69, 'Sunday walk 2024', '2024-08-26 11:09:00'),
  (70, 'Camera import 2025', '2025-08-30 11:10:00'), (71, 'Mountains 2026', '2026-09-02 11:11:00'), (72, 'Sea 2019', '2019-09-05 11:12:00'),
  (73, 'Old town 2020', '2020-09-07 11:13:00'), (74, 'Birthday 2021', '2021-09-11 11:14:00'), (75, 'Graduation 2022', '2022-09-14 11:15:00'),
  (76, 'Market 2023', '2023-09-17 11:16:00'), (77, 'Summer 2024', '2024-09-19 11:17:00'), (78, 'New flat 2025', '2025-09-23 11:18:00'),
  (79, 'Sunday walk 2026', '2026-09-26 11:19:00'), (80, 'Camera import 2019', '2019-09-29 11:20:00'), (81, 'Mountains 2020', '2020-10-01 11:21:00'),
  (82, 'Sea 2021', '2021-10-05 11:22:00'), (83, 'Old town 2022', '2022-10-08 11:23:00'), (84, 'Birthday 2023', '2023-10-11 11:24:00');

INSERT INTO photos (id, client_id, album_id, file) VALUES
  (1, 13, 67, 'IMG_2003.jpg'), (2, 6, 5, 'IMG_2006.jpg'), (3, 6, 5, 'IMG_2009.jpg'), (4, 19, 63, 'IMG_2012.jpg'),
  (5, 25, 59, 'IMG_2015.jpg'), (6, 5, 39, 'IMG_2018.jpg'), (7, 7, 71, 'IMG_2021.jpg'), (8, 23, 27, 'IMG_2024.jpg'),
  (9, 21, 70, 'IMG_2027.jpg'), (10, 25, 59, 'IMG_2030.jpg'), (11, 12, 26, 'IMG_2033.jpg'), (12, 2, 66, 'IMG_2036.jpg'),
  (13, 5, 64, 'IMG_2039.jpg'), (14, 5, 64, 'IMG_2042.jpg'), (15, 23, 77, 'IMG_2045.jpg'), (16, 25, 84, 'IMG_2048.jpg'),
  (17, 18, 72, 'IMG_2051.jpg'), (18, 3, 82, 'IMG_2054.jpg'), (19, 20, 54, 'IMG_2057.jpg'), (20, 11, 35, 'IMG_2060.jpg'),
  (21, 3, 57, 'IMG_2063.jpg'), (22, 16, 65, 'IMG_2066.jpg'), (23, 17, 31, 'IMG_2069.jpg'), (24, 10, 69, 'IMG_2072.jpg'),
  (25, 23, 77, 'IMG_2075.jpg'), (26, 15, 24, 'IMG_2078.jpg'), (27, 9, 53, 'IMG_2081.jpg'), (28, 11, 10, 'IMG_2084.jpg'),
  (29, 20, 79, 'IMG_2087.jpg'), (30, 2, 66, 'IMG_2090.jpg'), (31, 21, 20, 'IMG_2093.jpg'), (32, 11, 60, 'IMG_2096.jpg'),
  (33, 20, 54, 'IMG_2099.jpg'), (34, 7, 21, 'IMG_2102.jpg'), (35, 6, 55, 'IMG_2105.jpg'), (36, 14, 83, 'IMG_2108.jpg'),
  (37, 11, 35, 'IMG_2111.jpg'), (38, 7, 46, 'IMG_2114.jpg'), (39, 23, 52, 'IMG_2117.jpg'), (40, 25, 59, 'IMG_2120.jpg'),
  (41, 18, 22, 'IMG_2123.jpg'), (42, 9, 78, 'IMG_2126.jpg'), (43, 16, 15, 'IMG_2129.jpg'), (44, 1, 75, 'IMG_2132.jpg'),
  (45, 20, 79, 'IMG_2135.jpg'), (46, 8, 12, 'IMG_2138.jpg'), (47, 20, 4, 'IMG_2141.jpg'), (48, 21, 70, 'IMG_2144.jpg'),
  (49, 22, 11, 'IMG_2147.jpg'), (50, 6, 80, 'IMG_2150.jpg'), (51, 11, 60, 'IMG_2153.jpg'), (52, 11, 60, 'IMG_2156.jpg'),
  (53, 23, 77, 'IMG_2159.jpg'), (54, 8, 37, 'IMG_2162.jpg'), (55, 22, 36, 'IMG_2165.jpg'), (56, 23, 2, 'IMG_2168.jpg'),
  (57, 25, 9, 'IMG_2171.jpg'), (58, 21, 20, 'IMG_2174.jpg'), (59, 25, 59, 'IMG_2177.jpg'), (60, 16, 65, 'IMG_2180.jpg'),
  (61, 12, 76, 'IMG_2183.jpg'), (62, 18, 72, 'IMG_2186.jpg'), (63, 13, 17, 'IMG_2189.jpg'), (64, 20, 54, 'IMG_2192.jpg'),
  (65, 1, 25, 'IMG_2195.jpg'), (66, 21, 45, 'IMG_2198.jpg'), (67, 7, 46, 'IMG_2201.jpg'), (68, 23, 2, 'IMG_2204.jpg'),
  (69, 8, 12, 'IMG_2207.jpg'), (70, 5, 39, 'IMG_2210.jpg'), (71, 11, 35, 'IMG_2213.jpg'), (72, 9, 28, 'IMG_2216.jpg'),
  (73, 6, 30, 'IMG_2219.jpg'), (74, 6, 55, 'IMG_2222.jpg'), (75, 20, 4, 'IMG_2225.jpg'), (76, 9, 53, 'IMG_2228.jpg'),
  (77, 25, 84, 'IMG_2231.jpg'), (78, 9, 53, 'IMG_2234.jpg'), (79, 25, 9, 'IMG_2237.jpg'), (80, 21, 20, 'IMG_2240.jpg'),
  (81, 6, 55, 'IMG_2243.jpg'), (82, 24, 43, 'IMG_2246.jpg'), (83, 20, 29, 'IMG_2249.jpg'), (84, 25, 59, 'IMG_2252.jpg'),
  (85, 25, 9, 'IMG_2255.jpg'), (86, 22, 36, 'IMG_2258.jpg'), (87, 9, 78, 'IMG_2261.jpg'), (88, 5, 64, 'IMG_2264.jpg'),
  (89, 23, 2, 'IMG_2267.jpg'), (90, 1, 50, 'IMG_2270.jpg'), (91, 6, 55, 'IMG_2273.jpg'), (92, 2, 16, 'IMG_2276.jpg'),
  (93, 2, 16, 'IMG_2279.jpg'), (94, 17, 31, 'IMG_2282.jpg'), (95, 6, 5, 'IMG_2285.jpg'), (96, 7, 21, 'IMG_2288.jpg'),
  (97, 24, 68, 'IMG_2291.jpg'), (98, 4, 73, 'IMG_2294.jpg'), (99, 7, 71, 'IMG_2297.jpg'), (100, 22, 11, 'IMG_2300.jpg'),
  (101, 12, 51, 'IMG_2303.jpg'), (102, 6, 30, 'IMG_2306.jpg'), (103, 6, 80, 'IMG_2309.jpg'), (104, 3, 32, 'IMG_2312.jpg'),
  (105, 6, 5, 'IMG_2315.jpg'), (106, 12, 76, 'IMG_2318.jpg'), (107, 18, 72, 'IMG_2321.jpg'), (108, 14, 83, 'IMG_2324.jpg'),
  (109, 24, 43, 'IMG_2327.jpg'), (110, 18, 47, 'IMG_2330.jpg'), (111, 23, 52, 'IMG_2333.jpg'), (112, 12, 51, 'IMG_2336.jpg'),
  (113, 20, 4, 'IMG_2339.jpg'), (114, 17, 31, 'IMG_2342.jpg'), (115, 24, 18, 'IMG_2345.jpg'), (116, 25, 34, 'IMG_2348.jpg'),
  (117, 14, 83, 'IMG_2351.jpg'), (118, 23, 27, 'IMG_2354.jpg'), (119, 9, 3, 'IMG_2357.jpg'), (120, 11, 60, 'IMG_2360.jpg'),
  (121, 3, 32, 'IMG_2363.jpg'), (122, 9, 3, 'IMG_2366.jpg'), (123, 22, 36, 'IMG_2369.jpg'), (124, 8, 12, 'IMG_2372.jpg'),
  (125, 23, 77, 'IMG_2375.jpg'), (126, 22, 36, 'IMG_2378.jpg'), (127, 11, 10, 'IMG_2381.jpg'), (128, 11, 35, 'IMG_2384.jpg'),
  (129, 17, 31, 'IMG_2387.jpg'), (130, 9, 3, 'IMG_2390.jpg'), (131, 9, 28, 'IMG_2393.jpg'), (132, 16, 40, 'IMG_2396.jpg'),
  (133, 18, 72, 'IMG_2399.jpg'), (134, 24, 68, 'IMG_2402.jpg'), (135, 8, 12, 'IMG_2405.jpg'), (136, 19, 63, 'IMG_2408.jpg'),
  (137, 17, 6, 'IMG_2411.jpg'), (138, 16, 15, 'IMG_2414.jpg'), (139, 14, 33, 'IMG_2417.jpg'), (140, 7, 46, 'IMG_2420.jpg'),
  (141, 17, 31, 'IMG_2423.jpg'), (142, 9, 78, 'IMG_2426.jpg'), (143, 16, 40, 'IMG_2429.jpg'), (144, 14, 58, 'IMG_2432.jpg'),
  (145, 2, 66, 'IMG_2435.jpg'), (146, 14, 8, 'IMG_2438.jpg'), (147, 18, 47, 'IMG_2441.jpg'), (148, 6, 30, 'IMG_2444.jpg'),
  (149, 20, 54, 'IMG_2447.jpg'), (150, 25, 9, 'IMG_2450.jpg'), (151, 14, 33, 'IMG_2453.jpg'), (152, 9, 53, 'IMG_2456.jpg'),
  (153, 24, 18, 'IMG_2459.jpg'), (154, 16, 15, 'IMG_2462.jpg'), (155, 6, 80, 'IMG_2465.jpg'), (156, 20, 4, 'IMG_2468.jpg'),
  (157, 5, 14, 'IMG_2471.jpg'), (158, 25, 9, 'IMG_2474.jpg'), (159, 14, 8, 'IMG_2477.jpg'), (160, 11, 60, 'IMG_2480.jpg'),
  (161, 6, 5, 'IMG_2483.jpg'), (162, 6, 80, 'IMG_2486.jpg'), (163, 2, 66, 'IMG_2489.jpg'), (164, 3, 32, 'IMG_2492.jpg'),
  (165, 23, 52, 'IMG_2495.jpg'), (166, 25, 59, 'IMG_2498.jpg'), (167, 3, 57, 'IMG_2501.jpg'), (168, 4, 48, 'IMG_2504.jpg'),
  (169, 22, 36, 'IMG_2507.jpg'), (170, 15, 24, 'IMG_2510.jpg'), (171, 24, 43, 'IMG_2513.jpg'), (172, 13, 42, 'IMG_2516.jpg'),
  (173, 2, 66, 'IMG_2519.jpg'), (174, 25, 84, 'IMG_2522.jpg'), (175, 6, 30, 'IMG_2525.jpg'), (176, 4, 73, 'IMG_2528.jpg'),
  (177, 20, 29, 'IMG_2531.jpg'), (178, 19, 63, 'IMG_2534.jpg'), (179, 23, 52, 'IMG_2537.jpg'), (180, 8, 37, 'IMG_2540.jpg'),
  (181, 8, 12, 'IMG_2543.jpg'), (182, 7, 46, 'IMG_2546.jpg'), (183, 12, 76, 'IMG_2549.jpg'), (184, 19, 63, 'IMG_2552.jpg'),
  (185, 21, 70, 'IMG_2555.jpg'), (186, 3, 57, 'IMG_2558.jpg'), (187, 7, 21, 'IMG_2561.jpg'), (188, 12, 26, 'IMG_2564.jpg'),
  (189, 20, 54, 'IMG_2567.jpg'), (190, 18, 47, 'IMG_2570.jpg'), (191, 16, 15, 'IMG_2573.jpg'), (192, 13, 17, 'IMG_2576.jpg'),
  (193, 19, 13, 'IMG_2579.jpg'), (194, 21, 70, 'IMG_2582.jpg'), (195, 8, 37, 'IMG_2585.jpg'), (196, 19, 63, 'IMG_2588.jpg'),
  (197, 3, 82, 'IMG_2591.jpg'), (198, 3, 82, 'IMG_2594.jpg'), (199, 5, 14, 'IMG_2597.jpg'), (200, 22, 61, 'IMG_2600.jpg'),
  (201, 22, 11, 'IMG_2603.jpg'), (202, 16, 65, 'IMG_2606.jpg'), (203, 25, 9, 'IMG_2609.jpg'), (204, 24, 18, 'IMG_2612.jpg'),
  (205, 21, 70, 'IMG_2615.jpg'), (206, 5, 64, 'IMG_2618.jpg'), (207, 8, 37, 'IMG_2621.jpg'), (208, 21, 20, 'IMG_2624.jpg'),
  (209, 8, 37, 'IMG_2627.jpg'), (210, 7, 46, 'IMG_2630.jpg'), (211, 12, 1, 'IMG_2633.jpg'), (212, 9, 3, 'IMG_2636.jpg'),
  (213, 15, 24, 'IMG_2639.jpg'), (214, 5, 14, 'IMG_2642.jpg'), (215, 9, 3, 'IMG_2645.jpg'), (216, 14, 8, 'IMG_2648.jpg'),
  (217, 6, 30, 'IMG_2651.jpg'), (218, 17, 6, 'IMG_2654.jpg'), (219, 24, 18, 'IMG_2657.jpg'), (220, 5, 64, 'IMG_2660.jpg'),
  (221, 21, 70, 'IMG_2663.jpg'), (222, 14, 83, 'IMG_2666.jpg'), (223, 1, 50, 'IMG_2669.jpg'), (224, 9, 3, 'IMG_2672.jpg'),
  (225, 9, 78, 'IMG_2675.jpg'), (226, 5, 39, 'IMG_2678.jpg'), (227, 7, 21, 'IMG_2681.jpg'), (228, 9, 28, 'IMG_2684.jpg'),
  (229, 24, 18, 'IMG_2687.jpg'), (230, 11, 35, 'IMG_2690.jpg'), (231, 20, 29, 'IMG_2693.jpg'), (232, 4, 73, 'IMG_2696.jpg'),
  (233, 3, 57, 'IMG_2699.jpg'), (234, 23, 27, 'IMG_2702.jpg'), (235, 23, 2, 'IMG_2705.jpg'), (236, 3, 32, 'IMG_2708.jpg'),
  (237, 17, 31, 'IMG_2711.jpg'), (238, 4, 73, 'IMG_2714.jpg'), (239, 16, 65, 'IMG_2717.jpg'), (240, 23, 2, 'IMG_2720.jpg'),
  (241, 3, 32, 'IMG_2723.jpg'), (242, 10, 44, 'IMG_2726.jpg'), (243, 24, 18, 'IMG_2729.jpg'), (244, 3, 57, 'IMG_2732.jpg'),
  (245, 9, 78, 'IMG_2735.jpg'), (246, 11, 10, 'IMG_2738.jpg'), (247, 24, 43, 'IMG_2741.jpg'), (248, 20, 4, 'IMG_2744.jpg'),
  (249, 22, 36, 'IMG_2747.jpg'), (250, 18, 72, 'IMG_2750.jpg');

INSERT INTO photos (id, client_id, album_id, file) VALUES
  (251, 15, 49, 'IMG_2753.jpg'), (252, 13, 67, 'IMG_2756.jpg'), (253, 25, 34, 'IMG_2759.jpg'), (254, 14, 83, 'IMG_2762.jpg'),
  (255, 6, 30, 'IMG_2765.jpg'), (256, 4, 73, 'IMG_2768.jpg'), (257, 8, 37, 'IMG_2771.jpg'), (258, 5, 14, 'IMG_2774.jpg'),
  (259, 16, 65, 'IMG_2777.jpg'), (260, 13, 67, 'IMG_2780.jpg'), (261, 7, 71, 'IMG_2783.jpg'), (262, 1, 75, 'IMG_2786.jpg'),
  (263, 1, 50, 'IMG_2789.jpg'), (264, 7, 71, 'IMG_2792.jpg'), (265, 11, 60, 'IMG_2795.jpg'), (266, 12, 26, 'IMG_2798.jpg'),
  (267, 4, 73, 'IMG_2801.jpg'), (268, 2, 66, 'IMG_2804.jpg'), (269, 5, 14, 'IMG_2807.jpg'), (270, 2, 16, 'IMG_2810.jpg'),
  (271, 16, 65, 'IMG_2813.jpg'), (272, 1, 25, 'IMG_2816.jpg'), (273, 20, 4, 'IMG_2819.jpg'), (274, 13, 17, 'IMG_2822.jpg'),
  (275, 24, 43, 'IMG_2825.jpg'), (276, 24, 43, 'IMG_2828.jpg'), (277, 8, 12, 'IMG_2831.jpg'), (278, 13, 17, 'IMG_2834.jpg'),
  (279, 5, 14, 'IMG_2837.jpg');

INSERT INTO album_tags (album_id, tag) VALUES
  (2, 'private'), (3, 'print'), (4, 'friends'), (6, 'friends'), (6, 'holiday'), (6, 'private'),
  (6, 'to sort'), (7, 'favourite'), (7, 'to sort'), (8, 'private'), (8, 'snow'), (9, 'snow'),
  (10, 'to sort'), (11, 'family'), (12, 'private'), (13, 'holiday'), (15, 'family'), (15, 'friends'),
  (15, 'snow'), (16, 'friends'), (16, 'holiday'), (16, 'print'), (17, 'family'), (17, 'holiday'),
  (17, 'private'), (17, 'to sort'), (18, 'friends'), (18, 'private'), (18, 'to sort'), (20, 'family'),
  (20, 'snow'), (22, 'print'), (23, 'holiday'), (23, 'snow'), (24, 'family'), (25, 'friends'),
  (25, 'print'), (26, 'print'), (26, 'private'), (26, 'to sort'), (27, 'favourite'), (27, 'print'),
  (28, 'snow'), (29, 'holiday'), (29, 'print'), (29, 'snow'), (30, 'private'), (31, 'family'),
  (32, 'favourite'), (32, 'holiday'), (33, 'friends'), (33, 'print'), (33, 'private'), (34, 'snow'),
  (35, 'favourite'), (36, 'holiday'), (36, 'private'), (36, 'snow'), (38, 'favourite'), (38, 'holiday'),
  (38, 'private'), (39, 'private'), (40, 'family'), (40, 'friends'), (40, 'snow'), (41, 'family'),
  (41, 'snow'), (42, 'print'), (43, 'holiday'), (43, 'snow'), (44, 'print'), (45, 'holiday'),
  (46, 'favourite'), (47, 'to sort'), (48, 'favourite'), (49, 'friends'), (50, 'family'), (50, 'to sort'),
  (52, 'private'), (53, 'favourite'), (54, 'friends'), (55, 'holiday'), (59, 'friends'), (59, 'private'),
  (61, 'family'), (61, 'to sort'), (62, 'private'), (63, 'friends'), (64, 'favourite'), (64, 'snow'),
  (64, 'to sort'), (66, 'family'), (66, 'print'), (66, 'private'), (67, 'family'), (67, 'friends'),
  (69, 'family'), (69, 'holiday'), (69, 'print'), (70, 'print'), (70, 'private'), (70, 'snow'),
  (71, 'snow'), (72, 'friends'), (72, 'snow'), (76, 'friends'), (77, 'friends'), (77, 'private'),
  (78, 'holiday'), (78, 'print'), (79, 'friends'), (81, 'friends'), (81, 'holiday'), (82, 'snow'),
  (82, 'to sort'), (83, 'holiday'), (83, 'to sort'), (84, 'family'), (84, 'friends');

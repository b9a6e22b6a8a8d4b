CREATE TABLE action_leads (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	action_id TEXT NOT NULL, 
	member_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_action_leads PRIMARY KEY (id), 
	CONSTRAINT fk_action_leads_action_id FOREIGN KEY(action_id) REFERENCES actions (id) ON DELETE CASCADE, 
	CONSTRAINT fk_action_leads_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "action_leads" VALUES('01a2051b-4a48-7fee-bb33-cfe56d6740a6','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7046-9b05-289bc2fa389b','01a2051b-4a45-70b2-92c9-43c5d6c5fac4',0);
INSERT INTO "action_leads" VALUES('01a2051b-4a48-7de9-8b16-b9e13799b217','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7abc-94ca-78393f08d439','01a2051b-4a3b-7cb8-85c5-483f8349e7c6',0);
INSERT INTO "action_leads" VALUES('01a2051b-4a48-715d-8650-111b13952335','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7abc-94ca-78393f08d439','01a2051b-4a46-71e9-8121-48715e778005',1);
CREATE TABLE actions (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	required_number INTEGER, 
	name TEXT NOT NULL, 
	category TEXT NOT NULL, 
	materials TEXT NOT NULL, 
	text TEXT NOT NULL, 
	people_count INTEGER, 
	effect TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_actions PRIMARY KEY (id), 
	CONSTRAINT fk_actions_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE
);
INSERT INTO "actions" VALUES('01a2051b-4a48-7046-9b05-289bc2fa389b','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85',2,'诵读党章','','第一章
第二章','全体起立',NULL,'',0);
INSERT INTO "actions" VALUES('01a2051b-4a48-7abc-94ca-78393f08d439','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85',NULL,'义务劳动','志愿服务','','',3,'清运两车',1);
CREATE TABLE attendance (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	member_id TEXT NOT NULL, 
	state TEXT NOT NULL, 
	sitting_id TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_attendance PRIMARY KEY (id), 
	CONSTRAINT uq_attendance_meeting_id UNIQUE (meeting_id, member_id), 
	CONSTRAINT fk_attendance_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_attendance_member_id FOREIGN KEY(member_id) REFERENCES members (id), 
	CONSTRAINT fk_attendance_sitting_id FOREIGN KEY(sitting_id) REFERENCES sittings (id) ON DELETE SET NULL
);
INSERT INTO "attendance" VALUES('01a2051b-4a49-7403-8a37-4b872201195a','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','01a2051b-4a46-71e9-8121-48715e778005','出席','01a2051b-4a48-7d8e-afbc-3006a88caaf0',0);
INSERT INTO "attendance" VALUES('01a2051b-4a49-7f5b-b5be-f819084645d8','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','01a2051b-4a45-70b2-92c9-43c5d6c5fac4','事假',NULL,1);
CREATE TABLE branches (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	parent TEXT NOT NULL, 
	theme_day INTEGER NOT NULL, 
	term_start TEXT, 
	term_end TEXT, 
	dues_rounding TEXT NOT NULL, 
	CONSTRAINT pk_branches PRIMARY KEY (id)
);
INSERT INTO "branches" VALUES('01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'青禾示例支部','青禾示例党委',9,'2024-03-01','2027-02-28','角');
CREATE TABLE category_periods (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	member_id TEXT NOT NULL, 
	category TEXT NOT NULL, 
	from_on TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_category_periods PRIMARY KEY (id), 
	CONSTRAINT fk_category_periods_member_id FOREIGN KEY(member_id) REFERENCES members (id) ON DELETE CASCADE
);
INSERT INTO "category_periods" VALUES('01a2051b-4a45-7604-9385-132b442a611c','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6','预备党员','2005-07-01',0);
INSERT INTO "category_periods" VALUES('01a2051b-4a45-78bd-8ed8-9c972a455201','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6','正式党员','2006-07-01',1);
INSERT INTO "category_periods" VALUES('01a2051b-4a46-7296-a8ec-5924b7355349','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a45-70b2-92c9-43c5d6c5fac4','预备党员','2024-12-01',0);
INSERT INTO "category_periods" VALUES('01a2051b-4a46-7264-bbdc-cb702cf0eae8','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005','预备党员',NULL,0);
INSERT INTO "category_periods" VALUES('01a2051b-4a47-78ba-b20f-6220ae08da70','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005','正式党员','2001-07-01',1);
INSERT INTO "category_periods" VALUES('01a2051b-4a47-7e66-af62-7fbf7a9509f6','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a47-74fc-95e6-364f08b694a7','正式党员',NULL,0);
CREATE TABLE committee_posts (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	member_id TEXT NOT NULL, 
	post TEXT NOT NULL, 
	from_on TEXT, 
	to_on TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_committee_posts PRIMARY KEY (id), 
	CONSTRAINT fk_committee_posts_member_id FOREIGN KEY(member_id) REFERENCES members (id) ON DELETE CASCADE
);
INSERT INTO "committee_posts" VALUES('01a2051b-4a44-7747-8313-327b5f37708d','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6','书记','2024-03-01','2027-02-28',0);
INSERT INTO "committee_posts" VALUES('01a2051b-4a44-71af-a74f-d6e08ec33b65','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6','委员','2023-01-01','2024-02-29',1);
CREATE TABLE decisions (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	text TEXT NOT NULL, 
	owner_id TEXT, 
	due_on TEXT, 
	done_on TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_decisions PRIMARY KEY (id), 
	CONSTRAINT fk_decisions_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_decisions_owner_id FOREIGN KEY(owner_id) REFERENCES members (id)
);
INSERT INTO "decisions" VALUES('01a2051b-4a4a-75da-b37c-1c661067a9e4','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','发通知','01a2051b-4a3b-7cb8-85c5-483f8349e7c6','2025-05-20','2025-05-19',0);
CREATE TABLE drafts (
	"key" TEXT NOT NULL, 
	text TEXT NOT NULL, 
	saved_at TEXT NOT NULL, 
	CONSTRAINT pk_drafts PRIMARY KEY ("key")
);
CREATE TABLE dues_bases (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	member_id TEXT NOT NULL, 
	base_fen INTEGER NOT NULL, 
	from_month TEXT NOT NULL, 
	CONSTRAINT pk_dues_bases PRIMARY KEY (id), 
	CONSTRAINT fk_dues_bases_member_id FOREIGN KEY(member_id) REFERENCES members (id) ON DELETE CASCADE
);
INSERT INTO "dues_bases" VALUES('01a2051b-4a44-7896-a18f-e49365757170','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6',1000001,'');
INSERT INTO "dues_bases" VALUES('01a2051b-4a46-7346-aa97-dc7b9d534f1a','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005',400000,'');
INSERT INTO "dues_bases" VALUES('01a2051b-4a46-7f02-8c98-6ae5fd581241','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005',520000,'2025-01');
CREATE TABLE dues_rows (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	member_id TEXT NOT NULL, 
	month TEXT NOT NULL, 
	base_fen INTEGER, 
	rate TEXT, 
	due_fen INTEGER NOT NULL, 
	paid_fen INTEGER, 
	paid_on TEXT, 
	method TEXT NOT NULL, 
	paid_by TEXT NOT NULL, 
	CONSTRAINT pk_dues_rows PRIMARY KEY (id), 
	CONSTRAINT uq_dues_rows_member_id UNIQUE (member_id, month), 
	CONSTRAINT fk_dues_rows_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "dues_rows" VALUES('01a2051b-4a4b-73dc-b573-0b3ca286c0be','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6','2025-05',1000001,'0.02',20000,20000,'2025-05-12','党员代交','单怀瑾');
INSERT INTO "dues_rows" VALUES('01a2051b-4a4b-7d39-a347-33f6ec2b1dac','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a45-70b2-92c9-43c5d6c5fac4','2025-05',NULL,NULL,20,NULL,NULL,'','');
INSERT INTO "dues_rows" VALUES('01a2051b-4a4c-703c-97f8-45532b05fd52','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005','2025-05',520000,'0.01',5200,0,NULL,'','');
CREATE TABLE groups (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	leader_id TEXT, 
	CONSTRAINT pk_groups PRIMARY KEY (id), 
	CONSTRAINT fk_groups_leader_id FOREIGN KEY(leader_id) REFERENCES members (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "groups" VALUES('01a2051b-4a3b-7e4c-840a-f827813f9723','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'第一党小组',0,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6');
INSERT INTO "groups" VALUES('01a2051b-4a3b-76c5-8a84-e6fe8df53228','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'第二党小组',1,NULL);
CREATE TABLE history (
	number INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	who TEXT NOT NULL, 
	action TEXT NOT NULL, 
	table_name TEXT NOT NULL, 
	record_id TEXT NOT NULL, 
	fields TEXT NOT NULL, 
	previous_hash TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_history PRIMARY KEY (number)
);
INSERT INTO "history" VALUES(1,'2026-11-22T21:13:24.308+00:00','','insert','branches','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd','{"name":[null,"青禾示例支部"],"parent":[null,"青禾示例党委"],"theme_day":[null,9],"term_start":[null,"2024-03-01"],"term_end":[null,"2027-02-28"],"dues_rounding":[null,"角"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','0000000000000000000000000000000000000000000000000000000000000000','fdb7a41db48ca0f0b028ed2e2fc8d98c8082b239108cce89ab149013e5d402a3');
INSERT INTO "history" VALUES(2,'2026-11-22T21:13:24.317+00:00','','insert','groups','01a2051b-4a3b-7e4c-840a-f827813f9723','{"name":[null,"第一党小组"],"position":[null,0],"leader_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','fdb7a41db48ca0f0b028ed2e2fc8d98c8082b239108cce89ab149013e5d402a3','dfa5942138204c5bd9294b60f5a020e5e729a719874c0413daa6730095e94cdb');
INSERT INTO "history" VALUES(3,'2026-11-22T21:13:24.321+00:00','','insert','groups','01a2051b-4a3b-76c5-8a84-e6fe8df53228','{"name":[null,"第二党小组"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','dfa5942138204c5bd9294b60f5a020e5e729a719874c0413daa6730095e94cdb','83150c8aeae05270f328f31b9627aee83830294ccca8587d9b21a9cce0fcd48e');
INSERT INTO "history" VALUES(4,'2026-11-22T21:13:24.328+00:00','','insert','members','01a2051b-4a3b-7cb8-85c5-483f8349e7c6','{"name":[null,"柳知行"],"pinyin":[null,"liu zhi xing"],"gender":[null,"男"],"born":[null,"1980-02-29"],"joined_on":[null,"2005-07-01"],"full_on":[null,"2006-07-01"],"group_id":[null,"01a2051b-4a3b-7e4c-840a-f827813f9723"],"phone":[null,"000-0000"],"id_number":[null,"000000"],"dues_kind":[null,"工资制"],"is_leading_cadre":[null,true],"note":[null,"第一行\n第二行"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','83150c8aeae05270f328f31b9627aee83830294ccca8587d9b21a9cce0fcd48e','d4874e33e62fffd2f0e7e3002364cea329e876d3ae113cf235506b44150969ba');
INSERT INTO "history" VALUES(5,'2026-11-22T21:13:24.328+00:00','','insert','membership_periods','01a2051b-4a45-7b36-b8eb-02a2ce30c4e3','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"from_on":[null,"2010-01-01"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','d4874e33e62fffd2f0e7e3002364cea329e876d3ae113cf235506b44150969ba','e6de6b3ca34895f31c6b0ee65ad04206108dd75ec2b06896719266bf7d994f2a');
INSERT INTO "history" VALUES(6,'2026-11-22T21:13:24.328+00:00','','insert','category_periods','01a2051b-4a45-7604-9385-132b442a611c','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"category":[null,"预备党员"],"from_on":[null,"2005-07-01"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','e6de6b3ca34895f31c6b0ee65ad04206108dd75ec2b06896719266bf7d994f2a','36ea139d66cfefb21f3124764942bd93d499b9798944f1a2e9db58947375ab57');
INSERT INTO "history" VALUES(7,'2026-11-22T21:13:24.328+00:00','','insert','category_periods','01a2051b-4a45-78bd-8ed8-9c972a455201','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"category":[null,"正式党员"],"from_on":[null,"2006-07-01"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','36ea139d66cfefb21f3124764942bd93d499b9798944f1a2e9db58947375ab57','c78e253365db87ab7c2a2cd62acb071500dac69c509844f35cd864926a96c0ab');
INSERT INTO "history" VALUES(8,'2026-11-22T21:13:24.328+00:00','','insert','committee_posts','01a2051b-4a44-7747-8313-327b5f37708d','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"post":[null,"书记"],"from_on":[null,"2024-03-01"],"to_on":[null,"2027-02-28"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','c78e253365db87ab7c2a2cd62acb071500dac69c509844f35cd864926a96c0ab','ab3b5650a405900fee1fc12470356cca4e1290d34013e437b313d9085a31b98f');
INSERT INTO "history" VALUES(9,'2026-11-22T21:13:24.328+00:00','','insert','committee_posts','01a2051b-4a44-71af-a74f-d6e08ec33b65','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"post":[null,"委员"],"from_on":[null,"2023-01-01"],"to_on":[null,"2024-02-29"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','ab3b5650a405900fee1fc12470356cca4e1290d34013e437b313d9085a31b98f','fb2d98d47ffdcf2986240ed4c32f79c5d053635bea85515db8438f4a254585d2');
INSERT INTO "history" VALUES(10,'2026-11-22T21:13:24.328+00:00','','insert','dues_bases','01a2051b-4a44-7896-a18f-e49365757170','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"base_fen":[null,1000001],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','fb2d98d47ffdcf2986240ed4c32f79c5d053635bea85515db8438f4a254585d2','7bf9920e6f81715360461768bb69b486ba16eb9b4b3f876a513db230fea78806');
INSERT INTO "history" VALUES(11,'2026-11-22T21:13:24.341+00:00','','insert','members','01a2051b-4a45-70b2-92c9-43c5d6c5fac4','{"name":[null,"舒望远"],"code":[null,"矿01"],"pinyin":[null,"shu wang yuan"],"gender":[null,"女"],"born":[null,"1999-12"],"joined_on":[null,"2024-12-01"],"group_id":[null,"01a2051b-4a3b-76c5-8a84-e6fe8df53228"],"dues_kind":[null,"学生"],"is_leading_cadre":[null,false],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','7bf9920e6f81715360461768bb69b486ba16eb9b4b3f876a513db230fea78806','6d5a2c0c053a45a2904c825c222636715e92ca69147e0ed9f90782f28fbc4add');
INSERT INTO "history" VALUES(12,'2026-11-22T21:13:24.341+00:00','','insert','membership_periods','01a2051b-4a46-7b83-ae27-4c43b26a877e','{"member_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"from_on":[null,"2024-12-01"],"to_on":[null,"2026-06-30"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','6d5a2c0c053a45a2904c825c222636715e92ca69147e0ed9f90782f28fbc4add','f86e5d6509afffda588f598e528e11f4c670e9a6480cba48c12f55874fff2e2e');
INSERT INTO "history" VALUES(13,'2026-11-22T21:13:24.341+00:00','','insert','category_periods','01a2051b-4a46-7296-a8ec-5924b7355349','{"member_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"category":[null,"预备党员"],"from_on":[null,"2024-12-01"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f86e5d6509afffda588f598e528e11f4c670e9a6480cba48c12f55874fff2e2e','65df06eb7d5407e58538d6074a930dabde5fdb4f025e62f7ede68441ecd148df');
INSERT INTO "history" VALUES(14,'2026-11-22T21:13:24.346+00:00','','insert','members','01a2051b-4a46-71e9-8121-48715e778005','{"name":[null,"舒望远"],"code":[null,"矿02"],"pinyin":[null,"shu wang yuan er"],"dues_kind":[null,"离退休"],"is_leading_cadre":[null,false],"position":[null,2],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','65df06eb7d5407e58538d6074a930dabde5fdb4f025e62f7ede68441ecd148df','b7ae0a46c12b7e26cb8e9041fe0a29cd5a682b4713a3008f772d6222a033cb31');
INSERT INTO "history" VALUES(15,'2026-11-22T21:13:24.346+00:00','','insert','membership_periods','01a2051b-4a46-7d0f-8376-0a1cdf037e9b','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"to_on":[null,"2020-12-31"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','b7ae0a46c12b7e26cb8e9041fe0a29cd5a682b4713a3008f772d6222a033cb31','294ac3d004412e5a6d3b723afd7f7a8631fe7d46ad2f4adc01664274aa5fe628');
INSERT INTO "history" VALUES(16,'2026-11-22T21:13:24.346+00:00','','insert','membership_periods','01a2051b-4a46-773e-a5ea-805c0b5f98ce','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"from_on":[null,"2022-01-01"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','294ac3d004412e5a6d3b723afd7f7a8631fe7d46ad2f4adc01664274aa5fe628','7ede72649a243d07c88e585550f32c73a6382b27239ff0bb3dc43fbba7663f25');
INSERT INTO "history" VALUES(17,'2026-11-22T21:13:24.346+00:00','','insert','category_periods','01a2051b-4a46-7264-bbdc-cb702cf0eae8','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"category":[null,"预备党员"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','7ede72649a243d07c88e585550f32c73a6382b27239ff0bb3dc43fbba7663f25','37e1b342e5217fbd8c6f7fbcd176cb1c7b30ecda17c2bd3224cc0847538039ad');
INSERT INTO "history" VALUES(18,'2026-11-22T21:13:24.346+00:00','','insert','category_periods','01a2051b-4a47-78ba-b20f-6220ae08da70','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"category":[null,"正式党员"],"from_on":[null,"2001-07-01"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','37e1b342e5217fbd8c6f7fbcd176cb1c7b30ecda17c2bd3224cc0847538039ad','7d05c424641dd9e5814dab2d9d3351a7bd3f1ab4aaa7da28642730aca3a02d42');
INSERT INTO "history" VALUES(19,'2026-11-22T21:13:24.346+00:00','','insert','dues_bases','01a2051b-4a46-7346-aa97-dc7b9d534f1a','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"base_fen":[null,400000],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','7d05c424641dd9e5814dab2d9d3351a7bd3f1ab4aaa7da28642730aca3a02d42','f7c8e6fac9cf1cac791afe751970d0e910f3a97199dcbf2e2ed5de00a5716543');
INSERT INTO "history" VALUES(20,'2026-11-22T21:13:24.346+00:00','','insert','dues_bases','01a2051b-4a46-7f02-8c98-6ae5fd581241','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"base_fen":[null,520000],"from_month":[null,"2025-01"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f7c8e6fac9cf1cac791afe751970d0e910f3a97199dcbf2e2ed5de00a5716543','a4523f3c360f061ff85cb5737417d21f96be7c9faddee1e4695005d6e113bb9f');
INSERT INTO "history" VALUES(21,'2026-11-22T21:13:24.351+00:00','','insert','members','01a2051b-4a47-74fc-95e6-364f08b694a7','{"name":[null,"单怀瑾"],"pinyin":[null,"shan huai jin"],"dues_kind":[null,"工资制"],"is_leading_cadre":[null,false],"position":[null,3],"deleted_at":[null,"2025-06-01T08:30"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','a4523f3c360f061ff85cb5737417d21f96be7c9faddee1e4695005d6e113bb9f','dd03b1417e3cf725d4f166cd809fe3e304098095424be6b4e7a6fcb820ed1df8');
INSERT INTO "history" VALUES(22,'2026-11-22T21:13:24.351+00:00','','insert','membership_periods','01a2051b-4a47-74ca-9cc6-4bfca098e232','{"member_id":[null,"01a2051b-4a47-74fc-95e6-364f08b694a7"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','dd03b1417e3cf725d4f166cd809fe3e304098095424be6b4e7a6fcb820ed1df8','028f2186d54f1e24e78258efaed162a849c0530f4214d39461a170965965afcd');
INSERT INTO "history" VALUES(23,'2026-11-22T21:13:24.351+00:00','','insert','category_periods','01a2051b-4a47-7e66-af62-7fbf7a9509f6','{"member_id":[null,"01a2051b-4a47-74fc-95e6-364f08b694a7"],"category":[null,"正式党员"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','028f2186d54f1e24e78258efaed162a849c0530f4214d39461a170965965afcd','c5ad8bdb441d143e026162aed5360939238c1f6d760c6e399dfe3ff48f333993');
INSERT INTO "history" VALUES(24,'2026-11-22T21:13:24.361+00:00','','insert','meetings','01a2051b-4a48-7c37-90dc-35fdbc8a6a85','{"kinds":[null,["主题党日","党课"]],"planned_on":[null,"2025-05-09"],"start":[null,"2025-05-12T14:00"],"end":[null,"2025-05-12T16:00"],"number":[null,3],"moved_reason":[null,"停产检修"],"place":[null,"二楼会议室"],"chair_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"recorder_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"theme":[null,"学规程\n守底线"],"guests":[null,["解云舒","柳知行"]],"flag_hung":[null,false],"badges_worn":[null,2],"notes_due":[null,3],"notes_done":[null,2],"notes_sampled":[null,0],"remark":[null,"无"],"attendance_confirmed":[null,false],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','c5ad8bdb441d143e026162aed5360939238c1f6d760c6e399dfe3ff48f333993','f773db57746f2591f0c14166ec589f57326f652f13a1d53d56294171c2424e8f');
INSERT INTO "history" VALUES(25,'2026-11-22T21:13:24.361+00:00','','insert','sittings','01a2051b-4a48-7d8e-afbc-3006a88caaf0','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"start":[null,"2025-05-12T20:30"],"end":[null,"2025-05-12T21:30"],"place":[null,"值班室"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f773db57746f2591f0c14166ec589f57326f652f13a1d53d56294171c2424e8f','f2f183f873a19f31be29ba451042dd417210d2f5974107284dc684fc9aa54ce4');
INSERT INTO "history" VALUES(26,'2026-11-22T21:13:24.361+00:00','','insert','attendance','01a2051b-4a49-7403-8a37-4b872201195a','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"state":[null,"出席"],"sitting_id":[null,"01a2051b-4a48-7d8e-afbc-3006a88caaf0"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f2f183f873a19f31be29ba451042dd417210d2f5974107284dc684fc9aa54ce4','e776d13fcc85c4327ec574285d7f192e551f3ea74c53790eebc853dd208320d3');
INSERT INTO "history" VALUES(27,'2026-11-22T21:13:24.361+00:00','','insert','attendance','01a2051b-4a49-7f5b-b5be-f819084645d8','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"member_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"state":[null,"事假"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','e776d13fcc85c4327ec574285d7f192e551f3ea74c53790eebc853dd208320d3','4f81a8055bacffa0a99b8ee2699fb8b1c0abfa58f3255f8d184968ba3ae3b005');
INSERT INTO "history" VALUES(28,'2026-11-22T21:13:24.361+00:00','','insert','leaves','01a2051b-4a49-7c4d-92e8-665733329208','{"attendance_id":[null,"01a2051b-4a49-7f5b-b5be-f819084645d8"],"reason":[null,"探亲"],"approved_by_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"asked_on":[null,"2025-05-10"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','4f81a8055bacffa0a99b8ee2699fb8b1c0abfa58f3255f8d184968ba3ae3b005','aaa2a5cdb474146f65bf9e5af0ab62af372e17239b5a72b97f4b0ec8c5c2cdab');
INSERT INTO "history" VALUES(29,'2026-11-22T21:13:24.361+00:00','','insert','make_up_studies','01a2051b-4a49-71b5-919a-ea3ac7c9d055','{"attendance_id":[null,"01a2051b-4a49-7f5b-b5be-f819084645d8"],"done_on":[null,"2025-05-15"],"how":[null,"送学上门"],"by_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','aaa2a5cdb474146f65bf9e5af0ab62af372e17239b5a72b97f4b0ec8c5c2cdab','24291cb1d4748141607bc2a6a219e3dd239d89fbc8c775d27bdefd2d7a63e59e');
INSERT INTO "history" VALUES(30,'2026-11-22T21:13:24.361+00:00','','insert','actions','01a2051b-4a48-7046-9b05-289bc2fa389b','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"required_number":[null,2],"name":[null,"诵读党章"],"materials":[null,"第一章\n第二章"],"text":[null,"全体起立"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','24291cb1d4748141607bc2a6a219e3dd239d89fbc8c775d27bdefd2d7a63e59e','37f1ff4f380f7c93939d7c1fd3cca3360857c8ad0302a6e25493120e493b9687');
INSERT INTO "history" VALUES(31,'2026-11-22T21:13:24.361+00:00','','insert','action_leads','01a2051b-4a48-7fee-bb33-cfe56d6740a6','{"action_id":[null,"01a2051b-4a48-7046-9b05-289bc2fa389b"],"member_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','37f1ff4f380f7c93939d7c1fd3cca3360857c8ad0302a6e25493120e493b9687','a9eac3486eb1c354e478abebff321ff700ec9dbf6183c53e86fd40f60ac3d064');
INSERT INTO "history" VALUES(32,'2026-11-22T21:13:24.361+00:00','','insert','actions','01a2051b-4a48-7abc-94ca-78393f08d439','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"name":[null,"义务劳动"],"category":[null,"志愿服务"],"people_count":[null,3],"effect":[null,"清运两车"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','a9eac3486eb1c354e478abebff321ff700ec9dbf6183c53e86fd40f60ac3d064','89f22e61bd6c270c3f4a82291bc411bbd8d4353f963515ff1da805ce53177d6d');
INSERT INTO "history" VALUES(33,'2026-11-22T21:13:24.361+00:00','','insert','action_leads','01a2051b-4a48-7de9-8b16-b9e13799b217','{"action_id":[null,"01a2051b-4a48-7abc-94ca-78393f08d439"],"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','89f22e61bd6c270c3f4a82291bc411bbd8d4353f963515ff1da805ce53177d6d','9f2ee90c6c76947c34e034ee400631dcb8f5cdd9b9abaea6e468ec905f7a0681');
INSERT INTO "history" VALUES(34,'2026-11-22T21:13:24.361+00:00','','insert','action_leads','01a2051b-4a48-715d-8650-111b13952335','{"action_id":[null,"01a2051b-4a48-7abc-94ca-78393f08d439"],"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','9f2ee90c6c76947c34e034ee400631dcb8f5cdd9b9abaea6e468ec905f7a0681','f5a1cd003655af8dff98f01dda1f7802f22b03aa611376909b16b8d39f641814');
INSERT INTO "history" VALUES(35,'2026-11-22T21:13:24.361+00:00','','insert','lectures','01a2051b-4a4a-7069-a486-d546c0ee81ae','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"title":[null,"规矩"],"hours":[null,"1.5"],"outline":[null,"一、二"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f5a1cd003655af8dff98f01dda1f7802f22b03aa611376909b16b8d39f641814','e0f1ac7f3f42957a4e65a9420a9961c1cbc0aaf9b14dc0824507ad59e200e3e8');
INSERT INTO "history" VALUES(36,'2026-11-22T21:13:24.361+00:00','','insert','speakers','01a2051b-4a49-7dff-adc3-db70c0edc23e','{"lecture_id":[null,"01a2051b-4a4a-7069-a486-d546c0ee81ae"],"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','e0f1ac7f3f42957a4e65a9420a9961c1cbc0aaf9b14dc0824507ad59e200e3e8','b79ab3605bcac6d74b7abafa213f43da47e4f449e7f007d098e56a4a47da2e49');
INSERT INTO "history" VALUES(37,'2026-11-22T21:13:24.361+00:00','','insert','speakers','01a2051b-4a49-7e28-9a3e-49b00d693018','{"lecture_id":[null,"01a2051b-4a4a-7069-a486-d546c0ee81ae"],"guest_name":[null,"解云舒"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','b79ab3605bcac6d74b7abafa213f43da47e4f449e7f007d098e56a4a47da2e49','733b69325b0c41681d033172e99db34e371a90aefb467d9095744ced10846621');
INSERT INTO "history" VALUES(38,'2026-11-22T21:13:24.361+00:00','','insert','speakers','01a2051b-4a4a-7aa4-8251-bb8bdd39ade0','{"lecture_id":[null,"01a2051b-4a4a-7069-a486-d546c0ee81ae"],"guest_name":[null,"欧阳听雨"],"position":[null,2],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','733b69325b0c41681d033172e99db34e371a90aefb467d9095744ced10846621','a24461ab22a7b5a169b86cffd4c5e02d263c8f002ee9da8d36384a4dcfa1827e');
INSERT INTO "history" VALUES(39,'2026-11-22T21:13:24.361+00:00','','insert','reflections','01a2051b-4a4a-7ef4-9eba-5153d3fb4cb4','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"member_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"text":[null,"一"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','a24461ab22a7b5a169b86cffd4c5e02d263c8f002ee9da8d36384a4dcfa1827e','c6d133b6c6a3a195cc54797864b51560ebbb05a6187ecbc943333703d95f206a');
INSERT INTO "history" VALUES(40,'2026-11-22T21:13:24.361+00:00','','insert','reflections','01a2051b-4a4a-71c5-a0e2-2173e53b0eaa','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"guest_name":[null,"解云舒"],"text":[null,"二"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','c6d133b6c6a3a195cc54797864b51560ebbb05a6187ecbc943333703d95f206a','d845c648465ffded6a235fa54e56e2a79db8639f29b7f865296d2bcd0a281539');
INSERT INTO "history" VALUES(41,'2026-11-22T21:13:24.361+00:00','','insert','minutes_items','01a2051b-4a4a-70f8-826e-bc86a9696bd6','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"topic":[null,"议题"],"reporter_guest":[null,"解云舒"],"decision":[null,"照办"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','d845c648465ffded6a235fa54e56e2a79db8639f29b7f865296d2bcd0a281539','c363747c63d6bba4f6130753f616b9ca13d9a92332f1d7e6c8e5190ee55bc476');
INSERT INTO "history" VALUES(42,'2026-11-22T21:13:24.361+00:00','','insert','speeches','01a2051b-4a4a-7759-944d-d7373ed9fd35','{"item_id":[null,"01a2051b-4a4a-70f8-826e-bc86a9696bd6"],"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"text":[null,"同意"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','c363747c63d6bba4f6130753f616b9ca13d9a92332f1d7e6c8e5190ee55bc476','f0c4d265932bf36911f25737fcfbeed8796d02c06dbf2c40867542e783404dfb');
INSERT INTO "history" VALUES(43,'2026-11-22T21:13:24.361+00:00','','insert','speeches','01a2051b-4a4a-7980-bb3b-ba3721d9f791','{"item_id":[null,"01a2051b-4a4a-70f8-826e-bc86a9696bd6"],"guest_name":[null,"柳知行"],"text":[null,"知道了"],"position":[null,1],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f0c4d265932bf36911f25737fcfbeed8796d02c06dbf2c40867542e783404dfb','c4a35a9e5d0872f3327f114586c049d9a9710d903d7e5f963306f59c031ec90c');
INSERT INTO "history" VALUES(44,'2026-11-22T21:13:24.361+00:00','','insert','decisions','01a2051b-4a4a-75da-b37c-1c661067a9e4','{"meeting_id":[null,"01a2051b-4a48-7c37-90dc-35fdbc8a6a85"],"text":[null,"发通知"],"owner_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"due_on":[null,"2025-05-20"],"done_on":[null,"2025-05-19"],"position":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','c4a35a9e5d0872f3327f114586c049d9a9710d903d7e5f963306f59c031ec90c','fa66a211a1b8aba5f6249b843d3813244ce03b25f192740b363913a325e99766');
INSERT INTO "history" VALUES(45,'2026-11-22T21:13:24.391+00:00','','insert','meetings','01a2051b-4a4b-7e9f-8c38-3719d831cdf5','{"kinds":[null,["支部党员大会"]],"planned_on":[null,"2025-06-09"],"attendance_confirmed":[null,true],"deleted_at":[null,"2025-06-10T09:00"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','fa66a211a1b8aba5f6249b843d3813244ce03b25f192740b363913a325e99766','5ccf1303fdd370a2a557ebafa383a90bd7b00c42c51a5066206a7ec254d3252a');
INSERT INTO "history" VALUES(46,'2026-11-22T21:13:24.397+00:00','','insert','dues_rows','01a2051b-4a4b-73dc-b573-0b3ca286c0be','{"member_id":[null,"01a2051b-4a3b-7cb8-85c5-483f8349e7c6"],"month":[null,"2025-05"],"base_fen":[null,1000001],"rate":[null,"0.02"],"due_fen":[null,20000],"paid_fen":[null,20000],"paid_on":[null,"2025-05-12"],"method":[null,"党员代交"],"paid_by":[null,"单怀瑾"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','5ccf1303fdd370a2a557ebafa383a90bd7b00c42c51a5066206a7ec254d3252a','124b155998e44c5d486fce07e32467342f5b2dbbba6c136125c505c076851188');
INSERT INTO "history" VALUES(47,'2026-11-22T21:13:24.397+00:00','','insert','dues_rows','01a2051b-4a4b-7d39-a347-33f6ec2b1dac','{"member_id":[null,"01a2051b-4a45-70b2-92c9-43c5d6c5fac4"],"month":[null,"2025-05"],"due_fen":[null,20],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','124b155998e44c5d486fce07e32467342f5b2dbbba6c136125c505c076851188','5daf97d72feb985d123c0dea30c6c64e5e32bb0ae5a806a0e2e808a28663cf0a');
INSERT INTO "history" VALUES(48,'2026-11-22T21:13:24.397+00:00','','insert','dues_rows','01a2051b-4a4c-703c-97f8-45532b05fd52','{"member_id":[null,"01a2051b-4a46-71e9-8121-48715e778005"],"month":[null,"2025-05"],"base_fen":[null,520000],"rate":[null,"0.01"],"due_fen":[null,5200],"paid_fen":[null,0],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','5daf97d72feb985d123c0dea30c6c64e5e32bb0ae5a806a0e2e808a28663cf0a','1f366ac526449dac26f508737994f82d9086697973fc3e0cd9f534973ed5afa3');
INSERT INTO "history" VALUES(49,'2026-11-22T21:13:24.403+00:00','','insert','settings','01a2051b-4ab2-7b53-a0cb-3bf30914325d','{"key":[null,"record_days"],"value":[null,"5"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','1f366ac526449dac26f508737994f82d9086697973fc3e0cd9f534973ed5afa3','0c43c4a1fdb5024e2b9b9cb6d8f2f470f2fa79b5b08700bd1d587d37e6a8ad1f');
INSERT INTO "history" VALUES(50,'2026-11-22T21:13:24.406+00:00','','insert','settings','01a2051b-4ab6-770b-9bf6-30daad448ef2','{"key":[null,"make_up_days"],"value":[null,"7"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','0c43c4a1fdb5024e2b9b9cb6d8f2f470f2fa79b5b08700bd1d587d37e6a8ad1f','36d4772b2edcaea43bc5261c35c387566431e15469265b0b1d158be1805527f5');
INSERT INTO "history" VALUES(51,'2026-11-22T21:13:24.408+00:00','','insert','settings','01a2051b-4ab8-7a89-a315-abde45d9e026','{"key":[null,"least_reflections"],"value":[null,"2"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','36d4772b2edcaea43bc5261c35c387566431e15469265b0b1d158be1805527f5','f4d10a94c82fb9afbc0cca7e324e1bc1b3472b9371dd2e6c7dcb22011e93f2ae');
INSERT INTO "history" VALUES(52,'2026-11-22T21:13:24.411+00:00','','insert','settings','01a2051b-4aba-794d-b327-1f835e8b4013','{"key":[null,"least_photos"],"value":[null,"3"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','f4d10a94c82fb9afbc0cca7e324e1bc1b3472b9371dd2e6c7dcb22011e93f2ae','d1ba4aa008f58d5ca51ecacd633c8b8798480d41c6f9af2593d90fe4e8a0d0db');
INSERT INTO "history" VALUES(53,'2026-11-22T21:13:24.413+00:00','','insert','settings','01a2051b-4abc-774a-b969-1b4a86b129c4','{"key":[null,"archive_code"],"value":[null,"ZB-01"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','d1ba4aa008f58d5ca51ecacd633c8b8798480d41c6f9af2593d90fe4e8a0d0db','cab2df4efaf7b1b05cf272a44f0bfbf414e26dcb71a50364cd4a56ce38b97009');
INSERT INTO "history" VALUES(54,'2026-11-22T21:13:24.414+00:00','','insert','settings','01a2051b-4abe-7c3d-9256-d06c17f0ed88','{"key":[null,"writer"],"value":[null,"柳知行"],"branch_id":[null,"01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd"]}','cab2df4efaf7b1b05cf272a44f0bfbf414e26dcb71a50364cd4a56ce38b97009','84764bc410322713c07081b0295c9b286618b902d0f03294ea50b249960d6578');
CREATE TABLE leaves (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	attendance_id TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	approved_by_id TEXT, 
	asked_on TEXT, 
	CONSTRAINT pk_leaves PRIMARY KEY (id), 
	CONSTRAINT uq_leaves_attendance_id UNIQUE (attendance_id), 
	CONSTRAINT fk_leaves_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) ON DELETE CASCADE, 
	CONSTRAINT fk_leaves_approved_by_id FOREIGN KEY(approved_by_id) REFERENCES members (id)
);
INSERT INTO "leaves" VALUES('01a2051b-4a49-7c4d-92e8-665733329208','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a49-7f5b-b5be-f819084645d8','探亲','01a2051b-4a3b-7cb8-85c5-483f8349e7c6','2025-05-10');
CREATE TABLE lectures (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	title TEXT NOT NULL, 
	hours TEXT, 
	outline TEXT NOT NULL, 
	CONSTRAINT pk_lectures PRIMARY KEY (id), 
	CONSTRAINT uq_lectures_meeting_id UNIQUE (meeting_id), 
	CONSTRAINT fk_lectures_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE
);
INSERT INTO "lectures" VALUES('01a2051b-4a4a-7069-a486-d546c0ee81ae','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','规矩','1.5','一、二');
CREATE TABLE make_up_studies (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	attendance_id TEXT NOT NULL, 
	done_on TEXT, 
	how TEXT NOT NULL, 
	by_id TEXT, 
	CONSTRAINT pk_make_up_studies PRIMARY KEY (id), 
	CONSTRAINT uq_make_up_studies_attendance_id UNIQUE (attendance_id), 
	CONSTRAINT fk_make_up_studies_attendance_id FOREIGN KEY(attendance_id) REFERENCES attendance (id) ON DELETE CASCADE, 
	CONSTRAINT fk_make_up_studies_by_id FOREIGN KEY(by_id) REFERENCES members (id)
);
INSERT INTO "make_up_studies" VALUES('01a2051b-4a49-71b5-919a-ea3ac7c9d055','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a49-7f5b-b5be-f819084645d8','2025-05-15','送学上门','01a2051b-4a3b-7cb8-85c5-483f8349e7c6');
CREATE TABLE meetings (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	kinds TEXT NOT NULL, 
	planned_on TEXT, 
	start TEXT, 
	"end" TEXT, 
	number INTEGER, 
	moved_reason TEXT NOT NULL, 
	place TEXT NOT NULL, 
	chair_id TEXT, 
	recorder_id TEXT, 
	theme TEXT NOT NULL, 
	guests TEXT NOT NULL, 
	flag_hung BOOLEAN, 
	badges_worn INTEGER, 
	notes_due INTEGER, 
	notes_done INTEGER, 
	notes_sampled INTEGER, 
	remark TEXT NOT NULL, 
	attendance_confirmed BOOLEAN NOT NULL, 
	deleted_at TEXT, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT fk_meetings_chair_id FOREIGN KEY(chair_id) REFERENCES members (id), 
	CONSTRAINT fk_meetings_recorder_id FOREIGN KEY(recorder_id) REFERENCES members (id)
);
INSERT INTO "meetings" VALUES('01a2051b-4a48-7c37-90dc-35fdbc8a6a85','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'["主题党日", "党课"]','2025-05-09','2025-05-12T14:00','2025-05-12T16:00',3,'停产检修','二楼会议室','01a2051b-4a3b-7cb8-85c5-483f8349e7c6','01a2051b-4a45-70b2-92c9-43c5d6c5fac4','学规程
守底线','["解云舒", "柳知行"]',0,2,3,2,0,'无',0,NULL);
INSERT INTO "meetings" VALUES('01a2051b-4a4b-7e9f-8c38-3719d831cdf5','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'["支部党员大会"]','2025-06-09',NULL,NULL,NULL,'','',NULL,NULL,'','[]',NULL,NULL,NULL,NULL,NULL,'',1,'2025-06-10T09:00');
CREATE TABLE members (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	code TEXT NOT NULL, 
	pinyin TEXT NOT NULL, 
	gender TEXT NOT NULL, 
	born TEXT NOT NULL, 
	joined_on TEXT, 
	full_on TEXT, 
	group_id TEXT, 
	phone TEXT NOT NULL, 
	id_number TEXT NOT NULL, 
	dues_kind TEXT NOT NULL, 
	is_leading_cadre BOOLEAN NOT NULL, 
	note TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	deleted_at TEXT, 
	CONSTRAINT pk_members PRIMARY KEY (id), 
	CONSTRAINT fk_members_group_id FOREIGN KEY(group_id) REFERENCES groups (id)
);
INSERT INTO "members" VALUES('01a2051b-4a3b-7cb8-85c5-483f8349e7c6','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'柳知行','','liu zhi xing','男','1980-02-29','2005-07-01','2006-07-01','01a2051b-4a3b-7e4c-840a-f827813f9723','000-0000','000000','工资制',1,'第一行
第二行',0,NULL);
INSERT INTO "members" VALUES('01a2051b-4a45-70b2-92c9-43c5d6c5fac4','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'舒望远','矿01','shu wang yuan','女','1999-12','2024-12-01',NULL,'01a2051b-4a3b-76c5-8a84-e6fe8df53228','','','学生',0,'',1,NULL);
INSERT INTO "members" VALUES('01a2051b-4a46-71e9-8121-48715e778005','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'舒望远','矿02','shu wang yuan er','','',NULL,NULL,NULL,'','','离退休',0,'',2,NULL);
INSERT INTO "members" VALUES('01a2051b-4a47-74fc-95e6-364f08b694a7','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'单怀瑾','','shan huai jin','','',NULL,NULL,NULL,'','','工资制',0,'',3,'2025-06-01T08:30');
CREATE TABLE membership_periods (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	member_id TEXT NOT NULL, 
	from_on TEXT, 
	to_on TEXT, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_membership_periods PRIMARY KEY (id), 
	CONSTRAINT fk_membership_periods_member_id FOREIGN KEY(member_id) REFERENCES members (id) ON DELETE CASCADE
);
INSERT INTO "membership_periods" VALUES('01a2051b-4a45-7b36-b8eb-02a2ce30c4e3','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a3b-7cb8-85c5-483f8349e7c6','2010-01-01',NULL,0);
INSERT INTO "membership_periods" VALUES('01a2051b-4a46-7b83-ae27-4c43b26a877e','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a45-70b2-92c9-43c5d6c5fac4','2024-12-01','2026-06-30',0);
INSERT INTO "membership_periods" VALUES('01a2051b-4a46-7d0f-8376-0a1cdf037e9b','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005',NULL,'2020-12-31',0);
INSERT INTO "membership_periods" VALUES('01a2051b-4a46-773e-a5ea-805c0b5f98ce','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a46-71e9-8121-48715e778005','2022-01-01',NULL,1);
INSERT INTO "membership_periods" VALUES('01a2051b-4a47-74ca-9cc6-4bfca098e232','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a47-74fc-95e6-364f08b694a7',NULL,NULL,0);
CREATE TABLE minutes_items (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	topic TEXT NOT NULL, 
	reporter_id TEXT, 
	reporter_guest TEXT NOT NULL, 
	decision TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_minutes_items PRIMARY KEY (id), 
	CONSTRAINT fk_minutes_items_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_minutes_items_reporter_id FOREIGN KEY(reporter_id) REFERENCES members (id)
);
INSERT INTO "minutes_items" VALUES('01a2051b-4a4a-70f8-826e-bc86a9696bd6','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','议题',NULL,'解云舒','照办',0);
CREATE TABLE photos (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	content_hash TEXT NOT NULL, 
	width_px INTEGER NOT NULL, 
	height_px INTEGER NOT NULL, 
	caption TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_photos PRIMARY KEY (id), 
	CONSTRAINT fk_photos_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE
);
CREATE TABLE reflections (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	member_id TEXT, 
	guest_name TEXT NOT NULL, 
	text TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_reflections PRIMARY KEY (id), 
	CONSTRAINT fk_reflections_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_reflections_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "reflections" VALUES('01a2051b-4a4a-7ef4-9eba-5153d3fb4cb4','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','01a2051b-4a45-70b2-92c9-43c5d6c5fac4','','一',0);
INSERT INTO "reflections" VALUES('01a2051b-4a4a-71c5-a0e2-2173e53b0eaa','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85',NULL,'解云舒','二',1);
CREATE TABLE settings (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (id), 
	CONSTRAINT uq_settings_branch_id UNIQUE (branch_id, "key")
);
INSERT INTO "settings" VALUES('01a2051b-4ab2-7b53-a0cb-3bf30914325d','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'record_days','5');
INSERT INTO "settings" VALUES('01a2051b-4ab6-770b-9bf6-30daad448ef2','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'make_up_days','7');
INSERT INTO "settings" VALUES('01a2051b-4ab8-7a89-a315-abde45d9e026','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'least_reflections','2');
INSERT INTO "settings" VALUES('01a2051b-4aba-794d-b327-1f835e8b4013','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'least_photos','3');
INSERT INTO "settings" VALUES('01a2051b-4abc-774a-b969-1b4a86b129c4','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'archive_code','ZB-01');
INSERT INTO "settings" VALUES('01a2051b-4abe-7c3d-9256-d06c17f0ed88','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'writer','柳知行');
CREATE TABLE sittings (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	start TEXT, 
	"end" TEXT, 
	place TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_sittings PRIMARY KEY (id), 
	CONSTRAINT fk_sittings_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE
);
INSERT INTO "sittings" VALUES('01a2051b-4a48-7d8e-afbc-3006a88caaf0','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a48-7c37-90dc-35fdbc8a6a85','2025-05-12T20:30','2025-05-12T21:30','值班室',0);
CREATE TABLE speakers (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	lecture_id TEXT NOT NULL, 
	member_id TEXT, 
	guest_name TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_speakers PRIMARY KEY (id), 
	CONSTRAINT fk_speakers_lecture_id FOREIGN KEY(lecture_id) REFERENCES lectures (id) ON DELETE CASCADE, 
	CONSTRAINT fk_speakers_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "speakers" VALUES('01a2051b-4a49-7dff-adc3-db70c0edc23e','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a4a-7069-a486-d546c0ee81ae','01a2051b-4a3b-7cb8-85c5-483f8349e7c6','',0);
INSERT INTO "speakers" VALUES('01a2051b-4a49-7e28-9a3e-49b00d693018','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a4a-7069-a486-d546c0ee81ae',NULL,'解云舒',1);
INSERT INTO "speakers" VALUES('01a2051b-4a4a-7aa4-8251-bb8bdd39ade0','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a4a-7069-a486-d546c0ee81ae',NULL,'欧阳听雨',2);
CREATE TABLE speeches (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	item_id TEXT NOT NULL, 
	member_id TEXT, 
	guest_name TEXT NOT NULL, 
	text TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_speeches PRIMARY KEY (id), 
	CONSTRAINT fk_speeches_item_id FOREIGN KEY(item_id) REFERENCES minutes_items (id) ON DELETE CASCADE, 
	CONSTRAINT fk_speeches_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "speeches" VALUES('01a2051b-4a4a-7759-944d-d7373ed9fd35','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a4a-70f8-826e-bc86a9696bd6','01a2051b-4a46-71e9-8121-48715e778005','','同意',0);
INSERT INTO "speeches" VALUES('01a2051b-4a4a-7980-bb3b-ba3721d9f791','01a2051b-4a3a-7ff6-9eff-f7d6bb9769fd',1,'01a2051b-4a4a-70f8-826e-bc86a9696bd6',NULL,'柳知行','知道了',1);
CREATE INDEX ix_branches_branch_id ON branches (branch_id);
CREATE INDEX ix_groups_branch_id ON groups (branch_id);
CREATE INDEX ix_members_branch_id ON members (branch_id);
CREATE INDEX ix_membership_periods_member_id ON membership_periods (member_id);
CREATE INDEX ix_membership_periods_branch_id ON membership_periods (branch_id);
CREATE INDEX ix_category_periods_branch_id ON category_periods (branch_id);
CREATE INDEX ix_category_periods_member_id ON category_periods (member_id);
CREATE INDEX ix_committee_posts_branch_id ON committee_posts (branch_id);
CREATE INDEX ix_committee_posts_member_id ON committee_posts (member_id);
CREATE INDEX ix_dues_bases_branch_id ON dues_bases (branch_id);
CREATE INDEX ix_dues_bases_member_id ON dues_bases (member_id);
CREATE INDEX ix_dues_rows_branch_id ON dues_rows (branch_id);
CREATE INDEX ix_dues_rows_month ON dues_rows (month);
CREATE INDEX ix_dues_rows_member_id ON dues_rows (member_id);
CREATE INDEX ix_meetings_planned_on ON meetings (planned_on);
CREATE INDEX ix_meetings_branch_id ON meetings (branch_id);
CREATE INDEX ix_sittings_meeting_id ON sittings (meeting_id);
CREATE INDEX ix_sittings_branch_id ON sittings (branch_id);
CREATE INDEX ix_attendance_branch_id ON attendance (branch_id);
CREATE INDEX ix_attendance_member_id ON attendance (member_id);
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);
CREATE INDEX ix_leaves_branch_id ON leaves (branch_id);
CREATE INDEX ix_make_up_studies_branch_id ON make_up_studies (branch_id);
CREATE INDEX ix_actions_meeting_id ON actions (meeting_id);
CREATE INDEX ix_actions_branch_id ON actions (branch_id);
CREATE INDEX ix_action_leads_branch_id ON action_leads (branch_id);
CREATE INDEX ix_action_leads_action_id ON action_leads (action_id);
CREATE INDEX ix_lectures_branch_id ON lectures (branch_id);
CREATE INDEX ix_speakers_branch_id ON speakers (branch_id);
CREATE INDEX ix_speakers_lecture_id ON speakers (lecture_id);
CREATE INDEX ix_reflections_branch_id ON reflections (branch_id);
CREATE INDEX ix_reflections_meeting_id ON reflections (meeting_id);
CREATE INDEX ix_minutes_items_meeting_id ON minutes_items (meeting_id);
CREATE INDEX ix_minutes_items_branch_id ON minutes_items (branch_id);
CREATE INDEX ix_speeches_branch_id ON speeches (branch_id);
CREATE INDEX ix_speeches_item_id ON speeches (item_id);
CREATE INDEX ix_decisions_branch_id ON decisions (branch_id);
CREATE INDEX ix_decisions_meeting_id ON decisions (meeting_id);
CREATE INDEX ix_photos_meeting_id ON photos (meeting_id);
CREATE INDEX ix_photos_branch_id ON photos (branch_id);
CREATE INDEX ix_settings_branch_id ON settings (branch_id);
CREATE INDEX ix_history_record_id ON history (record_id);

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
INSERT INTO "action_leads" VALUES('01a20582-e203-7074-b1ed-d044a3f4a902','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-75e9-9579-731420644931','01a20582-e201-7903-830b-873e28065621',0);
INSERT INTO "action_leads" VALUES('01a20582-e203-7eba-b2fd-b5f76a3b411f','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-76ee-9506-d2d6fd2c9fd5','01a20582-e1f7-71a9-8dca-4efcecbd000f',0);
INSERT INTO "action_leads" VALUES('01a20582-e203-7249-812e-68f6dfffda51','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-76ee-9506-d2d6fd2c9fd5','01a20582-e201-720d-9c93-4bea25fdd0eb',1);
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
INSERT INTO "actions" VALUES('01a20582-e203-75e9-9579-731420644931','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d',2,'诵读党章','','第一章
第二章','全体起立',NULL,'',0);
INSERT INTO "actions" VALUES('01a20582-e203-76ee-9506-d2d6fd2c9fd5','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d',NULL,'义务劳动','志愿服务','','',3,'清运两车',1);
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
INSERT INTO "attendance" VALUES('01a20582-e204-7b77-a4f8-f1b8e9a8f8b8','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','01a20582-e201-720d-9c93-4bea25fdd0eb','出席','01a20582-e203-7ff9-9265-0441b332373c',0);
INSERT INTO "attendance" VALUES('01a20582-e204-7e81-a105-c45798683f2e','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','01a20582-e201-7903-830b-873e28065621','事假',NULL,1);
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
INSERT INTO "branches" VALUES('01a20582-e1f6-7dcc-bacf-ebe1405c6352','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'青禾示例支部','青禾示例党委',9,'2024-03-01','2027-02-28','角');
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
INSERT INTO "category_periods" VALUES('01a20582-e200-7e53-9a01-cabe1cbeccda','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f','预备党员','2005-07-01',0);
INSERT INTO "category_periods" VALUES('01a20582-e201-7b9f-a4b3-f7c4ff77d702','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f','正式党员','2006-07-01',1);
INSERT INTO "category_periods" VALUES('01a20582-e201-7301-8140-f241ff084f2a','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-7903-830b-873e28065621','预备党员','2024-12-01',0);
INSERT INTO "category_periods" VALUES('01a20582-e202-7085-ac20-2dd98e216081','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb','预备党员',NULL,0);
INSERT INTO "category_periods" VALUES('01a20582-e202-7d3b-b693-ac009f9dff7b','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb','正式党员','2001-07-01',1);
INSERT INTO "category_periods" VALUES('01a20582-e202-7cc9-aa37-4c04f872a08b','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e202-777a-b26a-d22a16ef8d75','正式党员',NULL,0);
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
INSERT INTO "committee_posts" VALUES('01a20582-e200-728d-9f5c-832101d630b7','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f','书记','2024-03-01','2027-02-28',0);
INSERT INTO "committee_posts" VALUES('01a20582-e200-77b9-aee2-814bba75651a','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f','委员','2023-01-01','2024-02-29',1);
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
INSERT INTO "decisions" VALUES('01a20582-e206-77e1-b26c-db1fcdb764a8','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','发通知','01a20582-e1f7-71a9-8dca-4efcecbd000f','2025-05-20','2025-05-19',0);
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
INSERT INTO "dues_bases" VALUES('01a20582-e200-7d07-9e09-ed9555d05d91','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f',1000001,'');
INSERT INTO "dues_bases" VALUES('01a20582-e201-7a87-9662-c3e905a32555','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb',400000,'');
INSERT INTO "dues_bases" VALUES('01a20582-e201-72c4-bfb8-fff9aad8eb0d','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb',520000,'2025-01');
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
INSERT INTO "dues_rows" VALUES('01a20582-e208-7a09-bece-c6e0b150d2da','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f','2025-05',1000001,'0.02',20000,20000,'2025-05-12','党员代交','单怀瑾');
INSERT INTO "dues_rows" VALUES('01a20582-e208-7aa9-8c10-0c9f80ea5b3f','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-7903-830b-873e28065621','2025-05',NULL,NULL,20,NULL,NULL,'','');
INSERT INTO "dues_rows" VALUES('01a20582-e208-7aa5-94b1-fa84aa03a478','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb','2025-05',520000,'0.01',5200,0,NULL,'','');
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
INSERT INTO "groups" VALUES('01a20582-e1f7-739b-af5b-74f81840ecff','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'第一党小组',0,'01a20582-e1f7-71a9-8dca-4efcecbd000f');
INSERT INTO "groups" VALUES('01a20582-e1f7-78f9-8c28-514ecdce0c0d','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'第二党小组',1,NULL);
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
INSERT INTO "history" VALUES(1,'2026-11-22T23:06:33.362+00:00','','insert','branches','01a20582-e1f6-7dcc-bacf-ebe1405c6352','{"name":[null,"青禾示例支部"],"parent":[null,"青禾示例党委"],"theme_day":[null,9],"term_start":[null,"2024-03-01"],"term_end":[null,"2027-02-28"],"dues_rounding":[null,"角"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','0000000000000000000000000000000000000000000000000000000000000000','682c93351bad9e8268356f2782d1eb2d928d5b2263e11fd768b32fcc36833816');
INSERT INTO "history" VALUES(2,'2026-11-22T23:06:33.370+00:00','','insert','groups','01a20582-e1f7-739b-af5b-74f81840ecff','{"name":[null,"第一党小组"],"position":[null,0],"leader_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','682c93351bad9e8268356f2782d1eb2d928d5b2263e11fd768b32fcc36833816','08b6b37742e31760a32d5e4731633e5e5a7708bf5f6e477b77919e5f3a4e39ea');
INSERT INTO "history" VALUES(3,'2026-11-22T23:06:33.373+00:00','','insert','groups','01a20582-e1f7-78f9-8c28-514ecdce0c0d','{"name":[null,"第二党小组"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','08b6b37742e31760a32d5e4731633e5e5a7708bf5f6e477b77919e5f3a4e39ea','701cacc14d9ba7c5819f20501cf535c19e7130267d104ba8656f841d4b6f58ab');
INSERT INTO "history" VALUES(4,'2026-11-22T23:06:33.380+00:00','','insert','members','01a20582-e1f7-71a9-8dca-4efcecbd000f','{"name":[null,"柳知行"],"pinyin":[null,"liu zhi xing"],"gender":[null,"男"],"born":[null,"1980-02-29"],"joined_on":[null,"2005-07-01"],"full_on":[null,"2006-07-01"],"group_id":[null,"01a20582-e1f7-739b-af5b-74f81840ecff"],"phone":[null,"000-0000"],"id_number":[null,"000000"],"dues_kind":[null,"工资制"],"is_leading_cadre":[null,true],"note":[null,"第一行\n第二行"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','701cacc14d9ba7c5819f20501cf535c19e7130267d104ba8656f841d4b6f58ab','ec3b15b776772bbe39c848936283e6f3d1aaebdd786659189051dadd6633c2b2');
INSERT INTO "history" VALUES(5,'2026-11-22T23:06:33.380+00:00','','insert','membership_periods','01a20582-e200-7116-93b9-d4304ffbd6c6','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"from_on":[null,"2010-01-01"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','ec3b15b776772bbe39c848936283e6f3d1aaebdd786659189051dadd6633c2b2','7852efd2972e14b4bf9d1e7275fabd9c992e07023d093bbcc677ad7677afeb4a');
INSERT INTO "history" VALUES(6,'2026-11-22T23:06:33.380+00:00','','insert','category_periods','01a20582-e200-7e53-9a01-cabe1cbeccda','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"category":[null,"预备党员"],"from_on":[null,"2005-07-01"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','7852efd2972e14b4bf9d1e7275fabd9c992e07023d093bbcc677ad7677afeb4a','ba246e0f367bfe6e66452c4a776d8d57283174ab769fcd9617964b2fa0ca0ad4');
INSERT INTO "history" VALUES(7,'2026-11-22T23:06:33.380+00:00','','insert','category_periods','01a20582-e201-7b9f-a4b3-f7c4ff77d702','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"category":[null,"正式党员"],"from_on":[null,"2006-07-01"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','ba246e0f367bfe6e66452c4a776d8d57283174ab769fcd9617964b2fa0ca0ad4','fb828caf690a92e9f8fa0d1e02f67626b70462bf4f5f1059a66af5ab76028592');
INSERT INTO "history" VALUES(8,'2026-11-22T23:06:33.380+00:00','','insert','committee_posts','01a20582-e200-728d-9f5c-832101d630b7','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"post":[null,"书记"],"from_on":[null,"2024-03-01"],"to_on":[null,"2027-02-28"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','fb828caf690a92e9f8fa0d1e02f67626b70462bf4f5f1059a66af5ab76028592','453d1b1d09741ea40550ce6cdce99a4795ea27bc8ff6108abf9ffa6b22c2d142');
INSERT INTO "history" VALUES(9,'2026-11-22T23:06:33.380+00:00','','insert','committee_posts','01a20582-e200-77b9-aee2-814bba75651a','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"post":[null,"委员"],"from_on":[null,"2023-01-01"],"to_on":[null,"2024-02-29"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','453d1b1d09741ea40550ce6cdce99a4795ea27bc8ff6108abf9ffa6b22c2d142','21cb656559d94a7ee1556bf78405cf01c21acfc5d039423e780b64c023b2a347');
INSERT INTO "history" VALUES(10,'2026-11-22T23:06:33.380+00:00','','insert','dues_bases','01a20582-e200-7d07-9e09-ed9555d05d91','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"base_fen":[null,1000001],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','21cb656559d94a7ee1556bf78405cf01c21acfc5d039423e780b64c023b2a347','e332be9e42771acd1825fa789e002ee3f1f93fd10414b1489815637ba214f538');
INSERT INTO "history" VALUES(11,'2026-11-22T23:06:33.394+00:00','','insert','members','01a20582-e201-7903-830b-873e28065621','{"name":[null,"舒望远"],"code":[null,"矿01"],"pinyin":[null,"shu wang yuan"],"gender":[null,"女"],"born":[null,"1999-12"],"joined_on":[null,"2024-12-01"],"group_id":[null,"01a20582-e1f7-78f9-8c28-514ecdce0c0d"],"dues_kind":[null,"学生"],"is_leading_cadre":[null,false],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','e332be9e42771acd1825fa789e002ee3f1f93fd10414b1489815637ba214f538','3848f5705eb17d50d573829cf2a1f749476fc6b8c4ef4b23d4a12499fd387ad4');
INSERT INTO "history" VALUES(12,'2026-11-22T23:06:33.394+00:00','','insert','membership_periods','01a20582-e201-7a35-af4f-8284e5e0757b','{"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"from_on":[null,"2024-12-01"],"to_on":[null,"2026-06-30"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','3848f5705eb17d50d573829cf2a1f749476fc6b8c4ef4b23d4a12499fd387ad4','5cc1afdb3b88dd1abae1ba90fbe8704b133ac50a01edf474e9a256ceaf03a300');
INSERT INTO "history" VALUES(13,'2026-11-22T23:06:33.394+00:00','','insert','category_periods','01a20582-e201-7301-8140-f241ff084f2a','{"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"category":[null,"预备党员"],"from_on":[null,"2024-12-01"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','5cc1afdb3b88dd1abae1ba90fbe8704b133ac50a01edf474e9a256ceaf03a300','8da89b7ce329bdd21030a658d7a13cecee12763ab8c66f81b27f054eb79ab985');
INSERT INTO "history" VALUES(14,'2026-11-22T23:06:33.399+00:00','','insert','members','01a20582-e201-720d-9c93-4bea25fdd0eb','{"name":[null,"舒望远"],"code":[null,"矿02"],"pinyin":[null,"shu wang yuan er"],"dues_kind":[null,"离退休"],"is_leading_cadre":[null,false],"position":[null,2],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','8da89b7ce329bdd21030a658d7a13cecee12763ab8c66f81b27f054eb79ab985','87e4da4a69635ba981faf1c6c8f7f03bc8c71792a661664cb6d9e4dec484dfc6');
INSERT INTO "history" VALUES(15,'2026-11-22T23:06:33.399+00:00','','insert','membership_periods','01a20582-e202-7314-88ad-1d84985cf0dd','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"to_on":[null,"2020-12-31"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','87e4da4a69635ba981faf1c6c8f7f03bc8c71792a661664cb6d9e4dec484dfc6','63a12fd9db087435720af15724a1de33ecd029af5c58574a2d875be5da639210');
INSERT INTO "history" VALUES(16,'2026-11-22T23:06:33.399+00:00','','insert','membership_periods','01a20582-e202-79a7-8021-5c793c7f4297','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"from_on":[null,"2022-01-01"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','63a12fd9db087435720af15724a1de33ecd029af5c58574a2d875be5da639210','e46994855d55c60cd43bb9c7bea48feef4afab3e09b48ab6af3c0245acb7f92a');
INSERT INTO "history" VALUES(17,'2026-11-22T23:06:33.399+00:00','','insert','category_periods','01a20582-e202-7085-ac20-2dd98e216081','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"category":[null,"预备党员"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','e46994855d55c60cd43bb9c7bea48feef4afab3e09b48ab6af3c0245acb7f92a','0e2fd1e3ee8d3d4f842a7f639f8011e805355dc9b36500473cb227f647121c56');
INSERT INTO "history" VALUES(18,'2026-11-22T23:06:33.399+00:00','','insert','category_periods','01a20582-e202-7d3b-b693-ac009f9dff7b','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"category":[null,"正式党员"],"from_on":[null,"2001-07-01"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','0e2fd1e3ee8d3d4f842a7f639f8011e805355dc9b36500473cb227f647121c56','b107d21d0f3d2c739667043caea216f9554b7dddb4964bfe8bccb54bf951cc38');
INSERT INTO "history" VALUES(19,'2026-11-22T23:06:33.399+00:00','','insert','dues_bases','01a20582-e201-7a87-9662-c3e905a32555','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"base_fen":[null,400000],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','b107d21d0f3d2c739667043caea216f9554b7dddb4964bfe8bccb54bf951cc38','fad724755fc396fb179e30a8f4f4f3e0bd0fdb11f16001953807a784310e6e93');
INSERT INTO "history" VALUES(20,'2026-11-22T23:06:33.399+00:00','','insert','dues_bases','01a20582-e201-72c4-bfb8-fff9aad8eb0d','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"base_fen":[null,520000],"from_month":[null,"2025-01"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','fad724755fc396fb179e30a8f4f4f3e0bd0fdb11f16001953807a784310e6e93','0982d241ffd7447ace1533bca52fec0f9ef18d1cb477d26c76d00a5ba9ddea12');
INSERT INTO "history" VALUES(21,'2026-11-22T23:06:33.405+00:00','','insert','members','01a20582-e202-777a-b26a-d22a16ef8d75','{"name":[null,"单怀瑾"],"pinyin":[null,"shan huai jin"],"dues_kind":[null,"工资制"],"is_leading_cadre":[null,false],"position":[null,3],"deleted_at":[null,"2025-06-01T08:30"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','0982d241ffd7447ace1533bca52fec0f9ef18d1cb477d26c76d00a5ba9ddea12','3be0a00050280fad4370a9dd3d805499e8682cf40b091bf606333e5bde38b555');
INSERT INTO "history" VALUES(22,'2026-11-22T23:06:33.405+00:00','','insert','membership_periods','01a20582-e202-702c-9dd3-270a182891aa','{"member_id":[null,"01a20582-e202-777a-b26a-d22a16ef8d75"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','3be0a00050280fad4370a9dd3d805499e8682cf40b091bf606333e5bde38b555','539479f04c43ed387482c28800ffc4db8b684fac6622e07f32ae86c76c874fc8');
INSERT INTO "history" VALUES(23,'2026-11-22T23:06:33.405+00:00','','insert','category_periods','01a20582-e202-7cc9-aa37-4c04f872a08b','{"member_id":[null,"01a20582-e202-777a-b26a-d22a16ef8d75"],"category":[null,"正式党员"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','539479f04c43ed387482c28800ffc4db8b684fac6622e07f32ae86c76c874fc8','90e521446436fc309863078b40a5a57dc299a6444651c68d7b93b5df355c863b');
INSERT INTO "history" VALUES(24,'2026-11-22T23:06:33.417+00:00','','insert','meetings','01a20582-e203-762d-a6ff-efa342688a5d','{"kinds":[null,["主题党日","党课"]],"planned_on":[null,"2025-05-09"],"start":[null,"2025-05-12T14:00"],"end":[null,"2025-05-12T16:00"],"number":[null,3],"moved_reason":[null,"停产检修"],"place":[null,"二楼会议室"],"chair_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"recorder_id":[null,"01a20582-e201-7903-830b-873e28065621"],"theme":[null,"学规程\n守底线"],"guests":[null,["解云舒","柳知行"]],"flag_hung":[null,false],"badges_worn":[null,2],"notes_due":[null,3],"notes_done":[null,2],"notes_sampled":[null,0],"remark":[null,"无"],"attendance_confirmed":[null,false],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','90e521446436fc309863078b40a5a57dc299a6444651c68d7b93b5df355c863b','4c8e6659c81337a625cb4eb704048df2d710fad5a94b2b9c96114acdf9b32743');
INSERT INTO "history" VALUES(25,'2026-11-22T23:06:33.417+00:00','','insert','sittings','01a20582-e203-7ff9-9265-0441b332373c','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"start":[null,"2025-05-12T20:30"],"end":[null,"2025-05-12T21:30"],"place":[null,"值班室"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','4c8e6659c81337a625cb4eb704048df2d710fad5a94b2b9c96114acdf9b32743','5622e1e9aadbd8bad46c8821341fe2d90e6d0a8a4528a664040638c2d5c78233');
INSERT INTO "history" VALUES(26,'2026-11-22T23:06:33.417+00:00','','insert','attendance','01a20582-e204-7b77-a4f8-f1b8e9a8f8b8','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"state":[null,"出席"],"sitting_id":[null,"01a20582-e203-7ff9-9265-0441b332373c"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','5622e1e9aadbd8bad46c8821341fe2d90e6d0a8a4528a664040638c2d5c78233','9149572e154bcec29a5c4d6fc01dc4f1ae732962158c493e79b8ac087f970076');
INSERT INTO "history" VALUES(27,'2026-11-22T23:06:33.417+00:00','','insert','attendance','01a20582-e204-7e81-a105-c45798683f2e','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"state":[null,"事假"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','9149572e154bcec29a5c4d6fc01dc4f1ae732962158c493e79b8ac087f970076','e34987ce9783de138b389209348a4e7877543d2ca4cc383e38c811f4cc99b758');
INSERT INTO "history" VALUES(28,'2026-11-22T23:06:33.417+00:00','','insert','leaves','01a20582-e204-712a-8a67-66d6904e1415','{"attendance_id":[null,"01a20582-e204-7e81-a105-c45798683f2e"],"reason":[null,"探亲"],"approved_by_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"asked_on":[null,"2025-05-10"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','e34987ce9783de138b389209348a4e7877543d2ca4cc383e38c811f4cc99b758','b33d2895c4ce4706d9e8c4ecdf109b44705c66f93637ae158fd864d3abba8ed5');
INSERT INTO "history" VALUES(29,'2026-11-22T23:06:33.417+00:00','','insert','make_up_studies','01a20582-e204-73f0-a1f0-0d6d95f3dd6c','{"attendance_id":[null,"01a20582-e204-7e81-a105-c45798683f2e"],"done_on":[null,"2025-05-15"],"how":[null,"送学上门"],"by_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','b33d2895c4ce4706d9e8c4ecdf109b44705c66f93637ae158fd864d3abba8ed5','94d31e92a1c00f7485376591da824430de59f68eb6697d73f50aae205bb46bb6');
INSERT INTO "history" VALUES(30,'2026-11-22T23:06:33.417+00:00','','insert','actions','01a20582-e203-75e9-9579-731420644931','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"required_number":[null,2],"name":[null,"诵读党章"],"materials":[null,"第一章\n第二章"],"text":[null,"全体起立"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','94d31e92a1c00f7485376591da824430de59f68eb6697d73f50aae205bb46bb6','cc8c8f5fc7a4664240848efec5d154cf9ae0fdf07cd4db827e8c59d0d491aa18');
INSERT INTO "history" VALUES(31,'2026-11-22T23:06:33.417+00:00','','insert','action_leads','01a20582-e203-7074-b1ed-d044a3f4a902','{"action_id":[null,"01a20582-e203-75e9-9579-731420644931"],"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','cc8c8f5fc7a4664240848efec5d154cf9ae0fdf07cd4db827e8c59d0d491aa18','8ce978d851a409c1e699884f1b55f3ebbff25f735447014b7379e9cd6b0df0af');
INSERT INTO "history" VALUES(32,'2026-11-22T23:06:33.417+00:00','','insert','actions','01a20582-e203-76ee-9506-d2d6fd2c9fd5','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"name":[null,"义务劳动"],"category":[null,"志愿服务"],"people_count":[null,3],"effect":[null,"清运两车"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','8ce978d851a409c1e699884f1b55f3ebbff25f735447014b7379e9cd6b0df0af','cfdc7b23b5492805578fad90613b665ed6aa6a87438cf64ef87f5c8c2cc8235b');
INSERT INTO "history" VALUES(33,'2026-11-22T23:06:33.417+00:00','','insert','action_leads','01a20582-e203-7eba-b2fd-b5f76a3b411f','{"action_id":[null,"01a20582-e203-76ee-9506-d2d6fd2c9fd5"],"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','cfdc7b23b5492805578fad90613b665ed6aa6a87438cf64ef87f5c8c2cc8235b','0690651504945b3add2cd8bd036f92d6f04a31e8d878b4a3c8af526972b58a31');
INSERT INTO "history" VALUES(34,'2026-11-22T23:06:33.417+00:00','','insert','action_leads','01a20582-e203-7249-812e-68f6dfffda51','{"action_id":[null,"01a20582-e203-76ee-9506-d2d6fd2c9fd5"],"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','0690651504945b3add2cd8bd036f92d6f04a31e8d878b4a3c8af526972b58a31','b72c1639e265f0eb1038d746a8da867b6da4c0311ee4882170738c6cd0cc6827');
INSERT INTO "history" VALUES(35,'2026-11-22T23:06:33.417+00:00','','insert','lectures','01a20582-e205-7b31-a2fd-e4049de6be28','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"title":[null,"规矩"],"hours":[null,"1.5"],"outline":[null,"一、二"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','b72c1639e265f0eb1038d746a8da867b6da4c0311ee4882170738c6cd0cc6827','50570481849af5148efb3da6b3cbda781a5ccc3ef1fa6337c5819277b9cd7023');
INSERT INTO "history" VALUES(36,'2026-11-22T23:06:33.417+00:00','','insert','speakers','01a20582-e205-78fc-ab6f-3a8e79f02aec','{"lecture_id":[null,"01a20582-e205-7b31-a2fd-e4049de6be28"],"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','50570481849af5148efb3da6b3cbda781a5ccc3ef1fa6337c5819277b9cd7023','a27384df203287235b116349fb046c0d05a65c80fb87f5e2a7aa9416663672f6');
INSERT INTO "history" VALUES(37,'2026-11-22T23:06:33.417+00:00','','insert','speakers','01a20582-e205-72a5-90ec-8bb009fad423','{"lecture_id":[null,"01a20582-e205-7b31-a2fd-e4049de6be28"],"guest_name":[null,"解云舒"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','a27384df203287235b116349fb046c0d05a65c80fb87f5e2a7aa9416663672f6','d365f38dee481aea87b36152b2feaf33174a82ccbac6fabe623d32627bbd5fdc');
INSERT INTO "history" VALUES(38,'2026-11-22T23:06:33.417+00:00','','insert','speakers','01a20582-e205-7eeb-865b-eaab0eaf06d4','{"lecture_id":[null,"01a20582-e205-7b31-a2fd-e4049de6be28"],"guest_name":[null,"欧阳听雨"],"position":[null,2],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','d365f38dee481aea87b36152b2feaf33174a82ccbac6fabe623d32627bbd5fdc','027526d243177c59c0ec5d77d7da2317da40e95ccb3a79c9a87637bd9ce5b5b0');
INSERT INTO "history" VALUES(39,'2026-11-22T23:06:33.417+00:00','','insert','reflections','01a20582-e205-7487-9284-0a98cf53ff5f','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"text":[null,"一"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','027526d243177c59c0ec5d77d7da2317da40e95ccb3a79c9a87637bd9ce5b5b0','09a69a092d83578facb9a9b4d83023e6ddc342bd42dc02983009adea702d112c');
INSERT INTO "history" VALUES(40,'2026-11-22T23:06:33.417+00:00','','insert','reflections','01a20582-e205-76c8-b23d-bc06404291e2','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"guest_name":[null,"解云舒"],"text":[null,"二"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','09a69a092d83578facb9a9b4d83023e6ddc342bd42dc02983009adea702d112c','b158f09c4c7fae994ab141a0340a2a65d3d4b14b0e2ef4595a7c3b36fd6f60ac');
INSERT INTO "history" VALUES(41,'2026-11-22T23:06:33.417+00:00','','insert','minutes_items','01a20582-e205-7251-bcab-c20d7c14b58d','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"topic":[null,"议题"],"reporter_guest":[null,"解云舒"],"decision":[null,"照办"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','b158f09c4c7fae994ab141a0340a2a65d3d4b14b0e2ef4595a7c3b36fd6f60ac','f4e479cc8d9eafcb8f64805d8387a6f02aceeb89dea35b10c59166675e4f22e8');
INSERT INTO "history" VALUES(42,'2026-11-22T23:06:33.417+00:00','','insert','speeches','01a20582-e205-79b0-848d-8d69e5b241d1','{"item_id":[null,"01a20582-e205-7251-bcab-c20d7c14b58d"],"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"text":[null,"同意"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','f4e479cc8d9eafcb8f64805d8387a6f02aceeb89dea35b10c59166675e4f22e8','b10c4680eb3c4db413b399eb86253f317845989c76507a986e7a7e54ca57325c');
INSERT INTO "history" VALUES(43,'2026-11-22T23:06:33.417+00:00','','insert','speeches','01a20582-e205-7d13-9f51-b2def037d89c','{"item_id":[null,"01a20582-e205-7251-bcab-c20d7c14b58d"],"guest_name":[null,"柳知行"],"text":[null,"知道了"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','b10c4680eb3c4db413b399eb86253f317845989c76507a986e7a7e54ca57325c','99a3f037550b9135a7e9bb4b9e8d5d57d357d1fd34423046b00c360a19e43511');
INSERT INTO "history" VALUES(44,'2026-11-22T23:06:33.417+00:00','','insert','decisions','01a20582-e206-77e1-b26c-db1fcdb764a8','{"meeting_id":[null,"01a20582-e203-762d-a6ff-efa342688a5d"],"text":[null,"发通知"],"owner_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"due_on":[null,"2025-05-20"],"done_on":[null,"2025-05-19"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','99a3f037550b9135a7e9bb4b9e8d5d57d357d1fd34423046b00c360a19e43511','4d44fa8281388ec67d4dead607a0cab475307d424699f4bdb820784bc20f8b95');
INSERT INTO "history" VALUES(45,'2026-11-22T23:06:33.519+00:00','','insert','meetings','01a20582-e206-79b4-b50c-492fed258f6f','{"kinds":[null,["支部党员大会"]],"planned_on":[null,"2025-06-09"],"group_id":[null,"01a20582-e1f7-739b-af5b-74f81840ecff"],"guests":[null,["江涛"]],"attendance_confirmed":[null,true],"deleted_at":[null,"2025-06-10T09:00"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','4d44fa8281388ec67d4dead607a0cab475307d424699f4bdb820784bc20f8b95','a45b3ce76236f76010ce3e73c659e61d44e3aec611255cde3c66b29931af33bb');
INSERT INTO "history" VALUES(46,'2026-11-22T23:06:33.519+00:00','','insert','votes','01a20582-e206-7a4f-b8aa-42f0fbfee044','{"meeting_id":[null,"01a20582-e206-79b4-b50c-492fed258f6f"],"subject":[null,"转正"],"about_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"rule":[null,"V3"],"method":[null,"无记名投票"],"issued":[null,2],"returned":[null,2],"valid":[null,2],"in_favour":[null,1],"against":[null,0],"abstained":[null,1],"written_for":[null,1],"written_against":[null,0],"resolution":[null,"同意。"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','a45b3ce76236f76010ce3e73c659e61d44e3aec611255cde3c66b29931af33bb','6c3d2db00b726fa15d670f4e4d4bdfd27efe7810eaead77e1301ba7931797a01');
INSERT INTO "history" VALUES(47,'2026-11-22T23:06:33.519+00:00','','insert','vote_exclusions','01a20582-e206-7059-85b6-0a0139d6616a','{"vote_id":[null,"01a20582-e206-7a4f-b8aa-42f0fbfee044"],"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"reason":[null,"卧床"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','6c3d2db00b726fa15d670f4e4d4bdfd27efe7810eaead77e1301ba7931797a01','9298f3da07f10372715a0bf3ac81816bfa807ffbcf16e6e511cd446f596026c5');
INSERT INTO "history" VALUES(48,'2026-11-22T23:06:33.519+00:00','','insert','vote_counters','01a20582-e206-70ef-b011-bd2bb115a999','{"vote_id":[null,"01a20582-e206-7a4f-b8aa-42f0fbfee044"],"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"role":[null,"监票人"],"position":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','9298f3da07f10372715a0bf3ac81816bfa807ffbcf16e6e511cd446f596026c5','b12afa88ac9afbf81995ccc3e1c53dfd70851833eaeb99ed0a5b56d583b375a5');
INSERT INTO "history" VALUES(49,'2026-11-22T23:06:33.519+00:00','','insert','vote_counters','01a20582-e206-7f9d-b0b3-d155ea993850','{"vote_id":[null,"01a20582-e206-7a4f-b8aa-42f0fbfee044"],"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"role":[null,"计票人"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','b12afa88ac9afbf81995ccc3e1c53dfd70851833eaeb99ed0a5b56d583b375a5','27ecd7d0fbdb5bb571d3f7fd3957309edd7eeac01fd53d8ad62e33ccb5f2635c');
INSERT INTO "history" VALUES(50,'2026-11-22T23:06:33.519+00:00','','insert','vote_counters','01a20582-e206-7e69-8d07-e52045910a9b','{"vote_id":[null,"01a20582-e206-7a4f-b8aa-42f0fbfee044"],"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"role":[null,"计票人"],"position":[null,2],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','27ecd7d0fbdb5bb571d3f7fd3957309edd7eeac01fd53d8ad62e33ccb5f2635c','323a6b82cf584e447c1c81149e4d9c778e5e9be0d7a9ed3f093d27fe0f7c3e72');
INSERT INTO "history" VALUES(51,'2026-11-22T23:06:33.519+00:00','','insert','votes','01a20582-e207-70a2-860f-a2ad74a599ec','{"meeting_id":[null,"01a20582-e206-79b4-b50c-492fed258f6f"],"subject":[null,"接收"],"about_guest":[null,"乔志远"],"rule":[null,"V2"],"position":[null,1],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','323a6b82cf584e447c1c81149e4d9c778e5e9be0d7a9ed3f093d27fe0f7c3e72','0950445cb3e2d226755815950f74152b092f93aaac8f6c3560cf4f5f1c92e1c9');
INSERT INTO "history" VALUES(52,'2026-11-22T23:06:33.519+00:00','','insert','votes','01a20582-e207-7ec7-b923-7b4903927646','{"meeting_id":[null,"01a20582-e206-79b4-b50c-492fed258f6f"],"subject":[null,"其他"],"about_guest":[null,"江涛"],"method":[null,"举手"],"in_favour":[null,2],"position":[null,2],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','0950445cb3e2d226755815950f74152b092f93aaac8f6c3560cf4f5f1c92e1c9','9ccbee11a91545914bf666d7579a4a09a3b09c32651b3c5dfd19827f0cab4f9b');
INSERT INTO "history" VALUES(53,'2026-11-22T23:06:33.531+00:00','','insert','dues_rows','01a20582-e208-7a09-bece-c6e0b150d2da','{"member_id":[null,"01a20582-e1f7-71a9-8dca-4efcecbd000f"],"month":[null,"2025-05"],"base_fen":[null,1000001],"rate":[null,"0.02"],"due_fen":[null,20000],"paid_fen":[null,20000],"paid_on":[null,"2025-05-12"],"method":[null,"党员代交"],"paid_by":[null,"单怀瑾"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','9ccbee11a91545914bf666d7579a4a09a3b09c32651b3c5dfd19827f0cab4f9b','6d087243120a9afd02d999f0a844021d5285f082d0acced4efb9bd044de14cfc');
INSERT INTO "history" VALUES(54,'2026-11-22T23:06:33.531+00:00','','insert','dues_rows','01a20582-e208-7aa9-8c10-0c9f80ea5b3f','{"member_id":[null,"01a20582-e201-7903-830b-873e28065621"],"month":[null,"2025-05"],"due_fen":[null,20],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','6d087243120a9afd02d999f0a844021d5285f082d0acced4efb9bd044de14cfc','33082912853c29a1db709ba8cc089809c1e430e2f164310acd00db35d34a34ae');
INSERT INTO "history" VALUES(55,'2026-11-22T23:06:33.531+00:00','','insert','dues_rows','01a20582-e208-7aa5-94b1-fa84aa03a478','{"member_id":[null,"01a20582-e201-720d-9c93-4bea25fdd0eb"],"month":[null,"2025-05"],"base_fen":[null,520000],"rate":[null,"0.01"],"due_fen":[null,5200],"paid_fen":[null,0],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','33082912853c29a1db709ba8cc089809c1e430e2f164310acd00db35d34a34ae','33a90cac3fc8b70edda4e29ad9f9e37e1e35eb776500276ccd189b12ea7ae408');
INSERT INTO "history" VALUES(56,'2026-11-22T23:06:33.538+00:00','','insert','settings','01a20582-e2c1-7702-b510-e900393371e6','{"key":[null,"record_days"],"value":[null,"5"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','33a90cac3fc8b70edda4e29ad9f9e37e1e35eb776500276ccd189b12ea7ae408','cf2dd0b2cc784d67f4b2bbc63839c28422c9e898047a2f0cd41ee710e3dfcc55');
INSERT INTO "history" VALUES(57,'2026-11-22T23:06:33.541+00:00','','insert','settings','01a20582-e2c4-7e4a-a6e0-4a4051809d78','{"key":[null,"make_up_days"],"value":[null,"7"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','cf2dd0b2cc784d67f4b2bbc63839c28422c9e898047a2f0cd41ee710e3dfcc55','08d5adba167fe16b3fa2fb4fbb038d36108a5ad790455102a339738ddd3dbdd8');
INSERT INTO "history" VALUES(58,'2026-11-22T23:06:33.546+00:00','','insert','settings','01a20582-e2c9-701e-bf04-a4c8e5018936','{"key":[null,"least_reflections"],"value":[null,"2"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','08d5adba167fe16b3fa2fb4fbb038d36108a5ad790455102a339738ddd3dbdd8','f9b4c292a6c11c0b8d7acdaa0e0ff9c52f0b8ab55f060eadad36ac2c93f0e0e5');
INSERT INTO "history" VALUES(59,'2026-11-22T23:06:33.548+00:00','','insert','settings','01a20582-e2cc-7357-9550-1b384415983c','{"key":[null,"least_photos"],"value":[null,"3"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','f9b4c292a6c11c0b8d7acdaa0e0ff9c52f0b8ab55f060eadad36ac2c93f0e0e5','f6e021e8886d3b7ab2beca6284e50236daca76f128f4f8d3b76a732bea59b986');
INSERT INTO "history" VALUES(60,'2026-11-22T23:06:33.550+00:00','','insert','settings','01a20582-e2ce-7609-a4a5-06952ffcb26c','{"key":[null,"archive_code"],"value":[null,"ZB-01"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','f6e021e8886d3b7ab2beca6284e50236daca76f128f4f8d3b76a732bea59b986','58d5a1c7dde77ab399c5cd36f4bf5bfec336797423782cce2c3449be6478f3fa');
INSERT INTO "history" VALUES(61,'2026-11-22T23:06:33.552+00:00','','insert','settings','01a20582-e2d0-75dc-a7ae-12550654f76b','{"key":[null,"writer"],"value":[null,"柳知行"],"branch_id":[null,"01a20582-e1f6-7dcc-bacf-ebe1405c6352"]}','58d5a1c7dde77ab399c5cd36f4bf5bfec336797423782cce2c3449be6478f3fa','a55d7d1384f102835090d079a5e1bfdb51c23375ea9c599962450f90153605b3');
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
INSERT INTO "leaves" VALUES('01a20582-e204-712a-8a67-66d6904e1415','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e204-7e81-a105-c45798683f2e','探亲','01a20582-e1f7-71a9-8dca-4efcecbd000f','2025-05-10');
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
INSERT INTO "lectures" VALUES('01a20582-e205-7b31-a2fd-e4049de6be28','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','规矩','1.5','一、二');
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
INSERT INTO "make_up_studies" VALUES('01a20582-e204-73f0-a1f0-0d6d95f3dd6c','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e204-7e81-a105-c45798683f2e','2025-05-15','送学上门','01a20582-e1f7-71a9-8dca-4efcecbd000f');
CREATE TABLE "meetings" (
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
	group_id TEXT, 
	CONSTRAINT pk_meetings PRIMARY KEY (id), 
	CONSTRAINT fk_meetings_chair_id FOREIGN KEY(chair_id) REFERENCES members (id), 
	CONSTRAINT fk_meetings_recorder_id FOREIGN KEY(recorder_id) REFERENCES members (id), 
	CONSTRAINT fk_meetings_group_id FOREIGN KEY(group_id) REFERENCES groups (id)
);
INSERT INTO "meetings" VALUES('01a20582-e203-762d-a6ff-efa342688a5d','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'["主题党日", "党课"]','2025-05-09','2025-05-12T14:00','2025-05-12T16:00',3,'停产检修','二楼会议室','01a20582-e1f7-71a9-8dca-4efcecbd000f','01a20582-e201-7903-830b-873e28065621','学规程
守底线','["解云舒", "柳知行"]',0,2,3,2,0,'无',0,NULL,NULL);
INSERT INTO "meetings" VALUES('01a20582-e206-79b4-b50c-492fed258f6f','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'["支部党员大会"]','2025-06-09',NULL,NULL,NULL,'','',NULL,NULL,'','["江涛"]',NULL,NULL,NULL,NULL,NULL,'',1,'2025-06-10T09:00','01a20582-e1f7-739b-af5b-74f81840ecff');
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
INSERT INTO "members" VALUES('01a20582-e1f7-71a9-8dca-4efcecbd000f','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'柳知行','','liu zhi xing','男','1980-02-29','2005-07-01','2006-07-01','01a20582-e1f7-739b-af5b-74f81840ecff','000-0000','000000','工资制',1,'第一行
第二行',0,NULL);
INSERT INTO "members" VALUES('01a20582-e201-7903-830b-873e28065621','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'舒望远','矿01','shu wang yuan','女','1999-12','2024-12-01',NULL,'01a20582-e1f7-78f9-8c28-514ecdce0c0d','','','学生',0,'',1,NULL);
INSERT INTO "members" VALUES('01a20582-e201-720d-9c93-4bea25fdd0eb','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'舒望远','矿02','shu wang yuan er','','',NULL,NULL,NULL,'','','离退休',0,'',2,NULL);
INSERT INTO "members" VALUES('01a20582-e202-777a-b26a-d22a16ef8d75','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'单怀瑾','','shan huai jin','','',NULL,NULL,NULL,'','','工资制',0,'',3,'2025-06-01T08:30');
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
INSERT INTO "membership_periods" VALUES('01a20582-e200-7116-93b9-d4304ffbd6c6','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e1f7-71a9-8dca-4efcecbd000f','2010-01-01',NULL,0);
INSERT INTO "membership_periods" VALUES('01a20582-e201-7a35-af4f-8284e5e0757b','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-7903-830b-873e28065621','2024-12-01','2026-06-30',0);
INSERT INTO "membership_periods" VALUES('01a20582-e202-7314-88ad-1d84985cf0dd','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb',NULL,'2020-12-31',0);
INSERT INTO "membership_periods" VALUES('01a20582-e202-79a7-8021-5c793c7f4297','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e201-720d-9c93-4bea25fdd0eb','2022-01-01',NULL,1);
INSERT INTO "membership_periods" VALUES('01a20582-e202-702c-9dd3-270a182891aa','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e202-777a-b26a-d22a16ef8d75',NULL,NULL,0);
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
INSERT INTO "minutes_items" VALUES('01a20582-e205-7251-bcab-c20d7c14b58d','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','议题',NULL,'解云舒','照办',0);
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
INSERT INTO "reflections" VALUES('01a20582-e205-7487-9284-0a98cf53ff5f','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','01a20582-e201-7903-830b-873e28065621','','一',0);
INSERT INTO "reflections" VALUES('01a20582-e205-76c8-b23d-bc06404291e2','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d',NULL,'解云舒','二',1);
CREATE TABLE settings (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_settings PRIMARY KEY (id), 
	CONSTRAINT uq_settings_branch_id UNIQUE (branch_id, "key")
);
INSERT INTO "settings" VALUES('01a20582-e2c1-7702-b510-e900393371e6','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'record_days','5');
INSERT INTO "settings" VALUES('01a20582-e2c4-7e4a-a6e0-4a4051809d78','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'make_up_days','7');
INSERT INTO "settings" VALUES('01a20582-e2c9-701e-bf04-a4c8e5018936','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'least_reflections','2');
INSERT INTO "settings" VALUES('01a20582-e2cc-7357-9550-1b384415983c','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'least_photos','3');
INSERT INTO "settings" VALUES('01a20582-e2ce-7609-a4a5-06952ffcb26c','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'archive_code','ZB-01');
INSERT INTO "settings" VALUES('01a20582-e2d0-75dc-a7ae-12550654f76b','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'writer','柳知行');
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
INSERT INTO "sittings" VALUES('01a20582-e203-7ff9-9265-0441b332373c','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e203-762d-a6ff-efa342688a5d','2025-05-12T20:30','2025-05-12T21:30','值班室',0);
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
INSERT INTO "speakers" VALUES('01a20582-e205-78fc-ab6f-3a8e79f02aec','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e205-7b31-a2fd-e4049de6be28','01a20582-e1f7-71a9-8dca-4efcecbd000f','',0);
INSERT INTO "speakers" VALUES('01a20582-e205-72a5-90ec-8bb009fad423','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e205-7b31-a2fd-e4049de6be28',NULL,'解云舒',1);
INSERT INTO "speakers" VALUES('01a20582-e205-7eeb-865b-eaab0eaf06d4','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e205-7b31-a2fd-e4049de6be28',NULL,'欧阳听雨',2);
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
INSERT INTO "speeches" VALUES('01a20582-e205-79b0-848d-8d69e5b241d1','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e205-7251-bcab-c20d7c14b58d','01a20582-e201-720d-9c93-4bea25fdd0eb','','同意',0);
INSERT INTO "speeches" VALUES('01a20582-e205-7d13-9f51-b2def037d89c','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e205-7251-bcab-c20d7c14b58d',NULL,'柳知行','知道了',1);
CREATE TABLE vote_counters (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	vote_id TEXT NOT NULL, 
	member_id TEXT NOT NULL, 
	role TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_vote_counters PRIMARY KEY (id), 
	CONSTRAINT fk_vote_counters_vote_id FOREIGN KEY(vote_id) REFERENCES votes (id) ON DELETE CASCADE, 
	CONSTRAINT fk_vote_counters_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "vote_counters" VALUES('01a20582-e206-70ef-b011-bd2bb115a999','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-7a4f-b8aa-42f0fbfee044','01a20582-e201-7903-830b-873e28065621','监票人',0);
INSERT INTO "vote_counters" VALUES('01a20582-e206-7f9d-b0b3-d155ea993850','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-7a4f-b8aa-42f0fbfee044','01a20582-e1f7-71a9-8dca-4efcecbd000f','计票人',1);
INSERT INTO "vote_counters" VALUES('01a20582-e206-7e69-8d07-e52045910a9b','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-7a4f-b8aa-42f0fbfee044','01a20582-e201-7903-830b-873e28065621','计票人',2);
CREATE TABLE vote_exclusions (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	vote_id TEXT NOT NULL, 
	member_id TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_vote_exclusions PRIMARY KEY (id), 
	CONSTRAINT fk_vote_exclusions_vote_id FOREIGN KEY(vote_id) REFERENCES votes (id) ON DELETE CASCADE, 
	CONSTRAINT fk_vote_exclusions_member_id FOREIGN KEY(member_id) REFERENCES members (id)
);
INSERT INTO "vote_exclusions" VALUES('01a20582-e206-7059-85b6-0a0139d6616a','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-7a4f-b8aa-42f0fbfee044','01a20582-e1f7-71a9-8dca-4efcecbd000f','卧床',0);
CREATE TABLE votes (
	id TEXT NOT NULL, 
	branch_id TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	meeting_id TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	about_id TEXT, 
	about_guest TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	method TEXT NOT NULL, 
	issued INTEGER, 
	returned INTEGER, 
	valid INTEGER, 
	in_favour INTEGER, 
	against INTEGER, 
	abstained INTEGER, 
	written_for INTEGER, 
	written_against INTEGER, 
	resolution TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_votes PRIMARY KEY (id), 
	CONSTRAINT fk_votes_meeting_id FOREIGN KEY(meeting_id) REFERENCES meetings (id) ON DELETE CASCADE, 
	CONSTRAINT fk_votes_about_id FOREIGN KEY(about_id) REFERENCES members (id)
);
INSERT INTO "votes" VALUES('01a20582-e206-7a4f-b8aa-42f0fbfee044','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-79b4-b50c-492fed258f6f','转正','01a20582-e201-720d-9c93-4bea25fdd0eb','','V3','无记名投票',2,2,2,1,0,1,1,0,'同意。',0);
INSERT INTO "votes" VALUES('01a20582-e207-70a2-860f-a2ad74a599ec','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-79b4-b50c-492fed258f6f','接收',NULL,'乔志远','V2','',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'',1);
INSERT INTO "votes" VALUES('01a20582-e207-7ec7-b923-7b4903927646','01a20582-e1f6-7dcc-bacf-ebe1405c6352',1,'01a20582-e206-79b4-b50c-492fed258f6f','其他',NULL,'江涛','','举手',NULL,NULL,NULL,2,NULL,NULL,NULL,NULL,'',2);
CREATE INDEX ix_branches_branch_id ON branches (branch_id);
CREATE INDEX ix_groups_branch_id ON groups (branch_id);
CREATE INDEX ix_members_branch_id ON members (branch_id);
CREATE INDEX ix_membership_periods_branch_id ON membership_periods (branch_id);
CREATE INDEX ix_membership_periods_member_id ON membership_periods (member_id);
CREATE INDEX ix_category_periods_branch_id ON category_periods (branch_id);
CREATE INDEX ix_category_periods_member_id ON category_periods (member_id);
CREATE INDEX ix_committee_posts_branch_id ON committee_posts (branch_id);
CREATE INDEX ix_committee_posts_member_id ON committee_posts (member_id);
CREATE INDEX ix_dues_bases_member_id ON dues_bases (member_id);
CREATE INDEX ix_dues_bases_branch_id ON dues_bases (branch_id);
CREATE INDEX ix_dues_rows_branch_id ON dues_rows (branch_id);
CREATE INDEX ix_dues_rows_member_id ON dues_rows (member_id);
CREATE INDEX ix_dues_rows_month ON dues_rows (month);
CREATE INDEX ix_sittings_branch_id ON sittings (branch_id);
CREATE INDEX ix_sittings_meeting_id ON sittings (meeting_id);
CREATE INDEX ix_attendance_meeting_id ON attendance (meeting_id);
CREATE INDEX ix_attendance_member_id ON attendance (member_id);
CREATE INDEX ix_attendance_branch_id ON attendance (branch_id);
CREATE INDEX ix_leaves_branch_id ON leaves (branch_id);
CREATE INDEX ix_make_up_studies_branch_id ON make_up_studies (branch_id);
CREATE INDEX ix_actions_branch_id ON actions (branch_id);
CREATE INDEX ix_actions_meeting_id ON actions (meeting_id);
CREATE INDEX ix_action_leads_branch_id ON action_leads (branch_id);
CREATE INDEX ix_action_leads_action_id ON action_leads (action_id);
CREATE INDEX ix_lectures_branch_id ON lectures (branch_id);
CREATE INDEX ix_speakers_branch_id ON speakers (branch_id);
CREATE INDEX ix_speakers_lecture_id ON speakers (lecture_id);
CREATE INDEX ix_reflections_branch_id ON reflections (branch_id);
CREATE INDEX ix_reflections_meeting_id ON reflections (meeting_id);
CREATE INDEX ix_minutes_items_meeting_id ON minutes_items (meeting_id);
CREATE INDEX ix_minutes_items_branch_id ON minutes_items (branch_id);
CREATE INDEX ix_speeches_item_id ON speeches (item_id);
CREATE INDEX ix_speeches_branch_id ON speeches (branch_id);
CREATE INDEX ix_decisions_branch_id ON decisions (branch_id);
CREATE INDEX ix_decisions_meeting_id ON decisions (meeting_id);
CREATE INDEX ix_photos_branch_id ON photos (branch_id);
CREATE INDEX ix_photos_meeting_id ON photos (meeting_id);
CREATE INDEX ix_settings_branch_id ON settings (branch_id);
CREATE INDEX ix_history_record_id ON history (record_id);
CREATE INDEX ix_meetings_branch_id ON meetings (branch_id);
CREATE INDEX ix_meetings_planned_on ON meetings (planned_on);
CREATE INDEX ix_votes_branch_id ON votes (branch_id);
CREATE INDEX ix_votes_meeting_id ON votes (meeting_id);
CREATE INDEX ix_vote_exclusions_branch_id ON vote_exclusions (branch_id);
CREATE INDEX ix_vote_exclusions_vote_id ON vote_exclusions (vote_id);
CREATE INDEX ix_vote_counters_vote_id ON vote_counters (vote_id);
CREATE INDEX ix_vote_counters_branch_id ON vote_counters (branch_id);

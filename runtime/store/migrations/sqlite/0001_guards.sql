CREATE TRIGGER `versions_no_update` BEFORE UPDATE ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `versions_no_delete` BEFORE DELETE ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version is never deleted'); END;
--> statement-breakpoint
-- INSERT OR REPLACE deletes without the trigger above, unless a connection asks for recursive triggers
CREATE TRIGGER `versions_no_replace` BEFORE INSERT ON `versions`
WHEN EXISTS (SELECT 1 FROM `versions` WHERE `id` = NEW.`id` OR (`flow_id` = NEW.`flow_id` AND `number` = NEW.`number`))
BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_no_update` BEFORE UPDATE ON `edits` BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_no_delete` BEFORE DELETE ON `edits` BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_no_replace` BEFORE INSERT ON `edits`
WHEN EXISTS (SELECT 1 FROM `edits` WHERE `flow_id` = NEW.`flow_id` AND (`revision` = NEW.`revision` OR `id` = NEW.`id`))
BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_replace` BEFORE INSERT ON `audit`
WHEN NEW.`seq` <= (SELECT MAX(`seq`) FROM `audit`)
BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

CREATE TRIGGER `versions_no_update` BEFORE UPDATE ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version never changes'); END;
--> statement-breakpoint
CREATE TRIGGER `versions_no_delete` BEFORE DELETE ON `versions` BEGIN SELECT RAISE(ABORT, 'a published version is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_no_update` BEFORE UPDATE ON `edits` BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `edits_no_delete` BEFORE DELETE ON `edits` BEGIN SELECT RAISE(ABORT, 'the log of edits only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_update` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_no_delete` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit log only grows'); END;

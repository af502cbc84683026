await import('../bench/report.ts')

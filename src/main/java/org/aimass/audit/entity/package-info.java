/** What an audit is made of: plan, run, results, verdicts and findings. No clock, no I/O. */
@NullMarked
package org.aimass.audit.entity;

import org.jspecify.annotations.NullMarked;

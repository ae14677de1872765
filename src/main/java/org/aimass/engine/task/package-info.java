/**
 * One class per task: what it reads from a row, what it counts, and which measurements it derives. A task's state merges:
 * any split of the rows over threads or machines gives the same outcome, byte for byte.
 */
@NullMarked
package org.aimass.engine.task;

import org.jspecify.annotations.NullMarked;

/** The engine's command line: job file in, progress lines and outcome file out. The only place that touches standard streams. */
@NullMarked
package org.aimass.engine.cli;

import org.jspecify.annotations.NullMarked;

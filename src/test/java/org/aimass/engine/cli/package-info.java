@NullMarked
package org.aimass.engine.cli;

import org.jspecify.annotations.NullMarked;

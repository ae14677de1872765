@NullMarked
package org.aimass.engine.metrics;

import org.jspecify.annotations.NullMarked;

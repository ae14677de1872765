@NullMarked
package org.aimass.engine.bench;

import org.jspecify.annotations.NullMarked;

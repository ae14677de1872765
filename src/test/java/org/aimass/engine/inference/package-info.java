@NullMarked
package org.aimass.engine.inference;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.aimass.database;

import org.jspecify.annotations.NullMarked;

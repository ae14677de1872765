/** Pages over many rooms: what waits for whom. Has no table of its own; reads every room through its {@code control}. */
@NullMarked
package org.aimass.desk;

import org.jspecify.annotations.NullMarked;

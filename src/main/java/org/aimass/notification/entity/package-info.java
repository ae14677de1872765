/** Notices, the mail about them, and where and how somebody wants to be told. */
@NullMarked
package org.aimass.notification.entity;

import org.jspecify.annotations.NullMarked;

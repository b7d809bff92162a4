/**
 * Runs that go on after they were killed. Results are written in whole chunks of frames into a
 * working folder beside them, a journal there lists the chunks, and at the end they are joined. A
 * run that finds the journal of an unfinished one with the same source and options continues behind
 * its last chunk.
 */
package org.cleanplate.resume;

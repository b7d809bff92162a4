/**
 * What results in files were made of: the state of the files that a run reads, a digest of all that
 * decides its outcome, and the note that lies beside each result. By it a batch knows what it need
 * not do again.
 */
package org.cleanplate.imagej.provenance;

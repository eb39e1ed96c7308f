/** Devices that one request takes out of use or back: a device and its history each, and DynamoDB takes 100 rows. */
export const MOST_MOVED = 45;

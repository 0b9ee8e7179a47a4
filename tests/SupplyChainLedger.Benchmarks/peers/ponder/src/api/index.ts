import { Hono } from 'hono';

// Ponder asks for an API; this run has nobody to answer.
export default new Hono();

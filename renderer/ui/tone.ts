/** How a status feels. Each tone has its text and surface colours in `tokens.css`. */
export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'neutral';

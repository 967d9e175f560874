import './no-eval.ts';
import { mount } from 'svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('index.html lacks the element #app');

mount(App, { target });
